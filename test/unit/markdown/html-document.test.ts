import { describe, expect, it } from 'vitest';
import { looksLikeHtmlDocument } from '../../../server/src/markdown/html-document.ts';

const HTML = {
  'a saved page': '<!DOCTYPE html>\n<html><head><title>x</title></head><body>Mail was down.</body></html>',
  'a page behind a comment': '\ufeff<!-- saved on Monday -->\n<html lang="en">\n<body># Not Markdown</body></html>',
  'headings and paragraphs': '<h1>Mail was down</h1>\n<p>For an hour.</p>\n<h2>Impact</h2>\n<p>All users.</p>',
  'lists the wrong way round':
    '<h1>Mail was down</h1>\n<h2>Timeline</h2>\n<li>\n<ul>09:00 Alert</ul>\n<ul>09:05 Page</ul>\n</li>',
  'tags that are not closed':
    '<h1>Mail was down\n<p>For an hour.\n<h2>Timeline\n<ul>\n<li>09:00 Alert\n<li>09:05 Page\n</ul>',
  'an article with a table':
    '<article class="incident">\n<h1>Mail was down</h1>\n<table><tr><th>Time<th>Event<tr><td>09:00<td>Alert</table>\n</article>',
  'a title above the tags': 'Mail was down\n<h2>Impact</h2>\n<p>All users for most of the morning.</p>',
  'tags behind front matter': '---\ntitle: Mail\n---\n<h1>Mail was down</h1>\n<p>For an hour.</p>',
  'code that looks like Markdown':
    '<h1>Mail was down</h1>\n<p>We ran this:</p>\n<pre>\n# restart\n- now\n</pre>\n<p>It helped.</p>',
};

const MARKDOWN = {
  nothing: ' \n',
  'plain text': 'Mail was down.\n\nFor an hour.',
  'a centred title':
    '<h1 align="center">Mail was down</h1>\n\n<p align="center"><img src="mail.png"></p>\n\n## Impact\n\nAll users.',
  'a centred title above plain text':
    '<h1 align="center">Mail was down</h1>\n<p align="center"><b>A story</b></p>\n\nSummary\n\nMail was down for an hour and nobody knew why until noon.\n\nTimeline\n\n09:00 Alert\n09:05 Page\n',
  'an image in a container': '<div align="center">\n  <img src="mail.png">\n</div>\n\n# Mail was down\n\n- 09:00 Alert',
  'details around Markdown':
    '<details>\n<summary>Timeline</summary>\n\n- 09:00 Alert\n- 09:05 Page\n- 09:10 Fix\n\n</details>\n',
  'a table of HTML among Markdown':
    '<table><tr><th>Time</th><th>Event</th></tr><tr><td>09:00</td><td>Alert</td></tr></table>\n\n# Impact\n\nAll users.',
  'a paragraph around Markdown': '<p>\n\n# Mail was down\n\nFor an hour.\n\n</p>\n<p>x</p>',
  'a comment only': '<!-- Say what happened -->\n',
  placeholders: '<title of the incident>\n\n<what happened>\n\n<what was done>',
  'a list below tags': '<h1>Mail</h1>\n<p>Down.</p>\n\n- 09:00 Alert\n- 09:05 Page\n- 09:10 Fix',
  'tags in a fence': '```html\n<h1>Mail</h1>\n<p>Down.</p>\n<p>Up.</p>\n```\n',
  'bold labels': '<p align="center">Mail</p>\n<p>x</p>\n\n**Impact:** all\n\n**Cause:** a full disk',
};

describe('the language of a document', () => {
  it.each(Object.entries(HTML))('is HTML for %s', (_, text) => {
    expect(looksLikeHtmlDocument(text)).toBe(true);
    expect(looksLikeHtmlDocument(text.replaceAll('\n', '\r\n'))).toBe(true);
  });

  it.each(Object.entries(MARKDOWN))('is Markdown for %s', (_, text) => {
    expect(looksLikeHtmlDocument(text)).toBe(false);
    expect(looksLikeHtmlDocument(text.replaceAll('\n', '\r\n'))).toBe(false);
  });
});

import { Uri, type Webview } from 'vscode';

/** The empty page of a preview. Scripts run only with the nonce, and nothing comes from anywhere but the extension and the workspace. */
export function pageHtml(webview: Webview, extensionUri: Uri): string {
  const nonce = newNonce();
  const asset = (name: string): string =>
    webview.asWebviewUri(Uri.joinPath(extensionUri, 'client', 'dist', name)).toString();
  const policy = [
    "default-src 'none'",
    `style-src ${webview.cspSource}`,
    `img-src ${webview.cspSource} blob:`,
    `script-src 'nonce-${nonce}'`,
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>Postmortem Preview</title>
<link rel="stylesheet" href="${asset('preview.css')}">
</head>
<body class="pm pm-page">
<p id="pm-live" class="pm-hidden" role="status" aria-live="polite"></p>
<header class="pm-bar">
<nav aria-label="Parts of the preview" class="pm-nav">
<a href="#pm-top">Incident</a>
<a href="#pm-review-part">Review <span id="pm-review-count" class="pm-badge-count"></span></a>
<a href="#pm-actions-part">Actions <span id="pm-actions-count" class="pm-badge-count"></span></a>
<a href="#pm-document-part">Document</a>
</nav>
<div class="pm-tools" role="group" aria-label="Preview">
<button type="button" class="pm-tool pm-icon" data-command="lock" id="pm-lock" aria-pressed="false" aria-label="Lock" title="Lock: stay at this document">${icon('M3.5 7.5h9v6h-9zM5.5 7.5v-2a2.5 2.5 0 0 1 5 0v2')}</button>
<button type="button" class="pm-tool pm-icon" data-command="export-html" aria-label="Export" title="Export as web page">${icon('M8 10V2M5 4.8l3-2.9l3 2.9M3 8.5v5h10v-5')}</button>
</div>
</header>
<main id="pm-top">
<div id="pm-notice" class="pm-notice" hidden></div>
<div id="pm-incident">
<header id="pm-head" class="pm-head"></header>
<section aria-labelledby="pm-facts-name"><h2 id="pm-facts-name" class="pm-hidden">Durations</h2><div id="pm-facts"></div></section>
<section id="pm-timeline-part" aria-labelledby="pm-timeline-name">
<div class="pm-section-head"><h2 id="pm-timeline-name">Timeline</h2>
<div class="pm-tools" role="group" aria-label="Timeline picture">
<label class="pm-zone"><span class="pm-hidden">Time zone</span><select id="pm-zone"></select></label>
<button type="button" class="pm-tool" id="pm-zoom-out" aria-label="Zoom out">−</button>
<button type="button" class="pm-tool" id="pm-zoom-in" aria-label="Zoom in">+</button>
<button type="button" class="pm-tool" id="pm-zoom-fit">Fit</button>
<button type="button" class="pm-tool" data-command="export-picture">Save picture</button>
</div></div>
<div id="pm-stage" class="pm-stage" tabindex="0" role="group" aria-label="Timeline picture" aria-describedby="pm-keys"></div>
<p id="pm-keys" class="pm-hidden">Left and right arrow move between entries, Enter goes to the line, plus and minus zoom, Shift and an arrow scroll, 0 shows everything.</p>
<p id="pm-detail" class="pm-detail" aria-live="polite" dir="auto"></p>
<div id="pm-unplaced"></div>
</section>
<section id="pm-review-part" class="pm-review" aria-labelledby="pm-review-name"><h2 id="pm-review-name">Review</h2><div id="pm-review"></div></section>
<section id="pm-actions-part" aria-labelledby="pm-actions-name"><h2 id="pm-actions-name">Action items</h2><div id="pm-actions"></div></section>
</div>
<section id="pm-document-part" class="pm-document-part" aria-labelledby="pm-document-name"><h2 id="pm-document-name">Document</h2><article id="pm-document" class="pm-document"></article></section>
</main>
<script nonce="${nonce}" src="${asset('preview.js')}"></script>
</body>
</html>`;
}

function icon(path: string): string {
  return `<svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true"><path d="${path}"/></svg>`;
}

function newNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(24));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

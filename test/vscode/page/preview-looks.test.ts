import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { AxeResults } from 'axe-core';
import type { Frame } from 'playwright-core';
import { expect, it } from 'vitest';
import { projectRoot, samplesFolder } from '../../../scripts/paths.ts';
import { outage } from '../harness/outage.ts';
import { changeThemeOfPreview, frameOf, openPreview } from '../harness/preview-page.ts';
import { type Theme, themes } from '../harness/themes.ts';
import { withVSCode } from '../harness/with-vscode.ts';
import { screenshot } from '../harness/workbench.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Documents of very different kinds; the first is shown in all themes. */
const documents: Readonly<Record<string, string>> = {
  'postmortem-all-phases.md': outage,
  'postmortem-right-to-left.md': rightToLeft(),
  'postmortem-long-words.md': outage.replaceAll('payments', `payments${'-of-the-gateway'.repeat(30)}`),
  'postmortem-500.md': manyEntries(500),
  'postmortem-table.md': readFileSync(join(projectRoot, 'test', 'fixtures', 'reading', 'table-columns.md'), 'utf8'),
};

/** All samples in all themes, and those of a folder that the environment names. */
const more = process.env.POSTMORTEM_MORE_SAMPLES;
const shown = more === undefined ? documents : { ...documents, ...from(samplesFolder), ...from(more) };

it('has no serious findings of axe and nothing wider than the panel, in every theme', {
  timeout: 900_000,
}, async () => {
  await withVSCode({ files: shown }, async (vscode, page) => {
    await vscode.evaluate(({ commands }) => commands.executeCommand('workbench.action.closeSidebar'));
    for (const [index, name] of Object.keys(shown).entries()) {
      const preview = await openPreview(vscode, page, name);
      await expect.poll(() => preview.locator('.pm-document').textContent()).not.toBe('');
      const everyTheme = index === 0 || more !== undefined;
      for (const theme of everyTheme ? themeNames : ['dark' as const]) {
        await changeThemeOfPreview(vscode, page, theme);
        const frame = await frameOf(preview);
        expect(await seriousIn(frame), `${name} ${theme}`).toEqual([]);
        expect(await overhangOf(frame), name).toBeLessThanOrEqual(0);
        await screenshot(page, `looks-${name.replace(/\.\w+$/, '')}-${theme}`);
      }
      await vscode.evaluate(({ commands }) => commands.executeCommand('workbench.action.closeAllEditors'));
    }
  });
});

const themeNames = Object.keys(themes) as Theme[];

/** Pixels that the page is wider than what shows it. */
async function overhangOf(frame: Frame): Promise<number> {
  return await frame.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

async function seriousIn(frame: Frame): Promise<readonly string[]> {
  await frame.evaluate(axe);
  const { violations } = (await frame.evaluate('axe.run(document, { resultTypes: ["violations"] })')) as AxeResults;
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.slice(0, 3).map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary ?? ''}`),
    );
}

function from(folder: string): Readonly<Record<string, string>> {
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => /\.(?:md|txt)$/.test(name)) : [];
  return Object.fromEntries(
    names.map((name) => [`postmortem-${name.replace(/\.txt$/, '.md')}`, readFileSync(join(folder, name), 'utf8')]),
  );
}

function manyEntries(count: number): string {
  const happenings = [
    'The error rate rises.',
    'A shard is moved.',
    'Support answers a customer.',
    'The queue shrinks.',
  ];
  const lines = Array.from({ length: count }, (_, i) => {
    const minute = 600 + i;
    const clock = `${String(Math.floor(minute / 60) % 24).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
    return `- ${clock} ${i === 0 ? '[start] ' : i === count - 1 ? '[resolved] ' : ''}${happenings[i % happenings.length]}`;
  });
  return `# Long night\n\n**Date:** 2024-05-14\n\n## Timeline\n\nAll times are in UTC.\n\n${lines.join('\n')}\n`;
}

function rightToLeft(): string {
  return `# تعذر الدفع لمدة ساعة

**Date:** 2024-05-14

## Summary

تعذر الدفع لمدة ساعة لأن شهادة البوابة انتهت.

## Timeline

- 10:00 UTC [start] بدأت المدفوعات تفشل في جميع المناطق.
- 10:04 UTC [detected] أطلق تنبيه معدل الأخطاء.
- 10:52 UTC [mitigated] عادت المدفوعات.
- 11:00 UTC [resolved] أصبحت قائمة الانتظار فارغة.

## Action items

- [ ] مراقبة الشهادات. Owner: Ada. Due: 2024-06-15
`;
}

/** A setting of the editor as the manifest describes it. */
interface Setting {
  readonly default?: unknown;
  readonly markdownDescription?: string;
  readonly description?: string;
}

interface Manifest {
  readonly contributes?: {
    readonly configuration?: readonly {
      readonly title: string;
      readonly properties: Readonly<Record<string, Setting>>;
    }[];
  };
}

/** The settings of the editor as a table for the README, in the order of the manifest. */
export function settingsTable(manifest: Manifest): string {
  const groups = manifest.contributes?.configuration ?? [];
  const rows = groups.flatMap(({ properties }) =>
    Object.entries(properties).map(([name, setting]) => {
      const meaning = setting.markdownDescription ?? setting.description ?? '';
      // `#other.setting#` is a link in the settings editor only.
      const plain = meaning
        .replace(/`#([\w.]+)#`/g, '`$1`')
        .replaceAll('|', '\\|')
        .replaceAll('\n', ' ');
      return `| \`${name}\` | \`${JSON.stringify(setting.default ?? null)}\` | ${plain} |`;
    }),
  );
  return ['| setting | default | meaning |', '| --- | --- | --- |', ...rows, ''].join('\n');
}

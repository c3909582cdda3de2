/** The text of a file, or a sentence that says why there is none. */
export type TextReading =
  | {
      readonly kind: 'text';
      readonly text: string;
      /** Whether the text can be written back: only UTF-8 is. */
      readonly writable: boolean;
    }
  | { readonly kind: 'unreadable'; readonly reason: string };

const inspectedBytes = 8192;

export function decodeText(bytes: Uint8Array): TextReading {
  const wide =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : undefined;
  if (wide) return { kind: 'text', text: new TextDecoder(wide).decode(bytes), writable: false };
  if (bytes.subarray(0, inspectedBytes).includes(0)) return { kind: 'unreadable', reason: 'is not text but binary' };
  try {
    return {
      kind: 'text',
      text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes),
      writable: true,
    };
  } catch {
    return { kind: 'text', text: new TextDecoder('windows-1252').decode(bytes), writable: false };
  }
}

/** Why a file could not be opened, as the rest of a sentence that starts with its name. */
export function openingProblem(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  switch (code) {
    case 'ENOENT':
      return 'does not exist';
    case 'EACCES':
    case 'EPERM':
      return 'may not be read';
    case 'EISDIR':
      return 'is a folder';
    default:
      return `cannot be read (${error instanceof Error ? error.message : String(error)})`;
  }
}

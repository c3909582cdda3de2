import type { Span } from '../../text/span.ts';
import type { Fix } from '../finding.ts';

/** What stands in place of something that was taken out. */
export function redaction(span: Span): Fix {
  return { title: 'Redact it', safe: false, edits: [{ span, text: '[redacted]' }] };
}

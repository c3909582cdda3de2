import type { HelpTopic } from './arguments.ts';

const input = `  --stdin                  read standard input
  --stdin-filename NAME    the same, judged and reported under this name
  --config FILE            settings file in place of the nearest .postmortem.yaml
  --profile NAME           form of postmortem to hold the documents against
  --zone ZONE              zone of times where a document names none, such as UTC
  -h, --help
  -v, --version`;

const overview = `Usage: postmortem <command> [options] FILE|FOLDER|GLOB…

Commands
  check      review postmortems and print what a careful reviewer would say
  inspect    print what was understood: sections, timeline, durations, actions
  render     write one as a web page, or its timeline as a picture

Folders are searched for .md, .markdown, .mdx, .qmd, .md.erb, .html and .txt. A file that is named is read whatever it
is called. Files that are no postmortems are passed over in silence.

postmortem help check, help inspect, help render: the options of each.
`;

const check = `Usage: postmortem check [options] FILE|FOLDER|GLOB…

  --format FORMAT          text (default), json, sarif (2.1.0) or github (annotations)
  --fix                    apply the safe repairs, then report what is left
  --fix-dry-run            show what --fix would change
  --fail-on SEVERITY       error (default), warning, info, hint or never
  --rule CODE=SEVERITY     error, warning, info, hint or off, for a rule or an area; may be repeated
  --baseline FILE          pass over the findings that this file knows
  --write-baseline FILE    write all findings of today to this file
  -q, --quiet              print only findings at or above --fail-on, and no summary
${input}

Exit status: 0 nothing at or above --fail-on, 1 findings, 2 wrong use or input that cannot be read, 3 a failure of our own.
`;

const inspect = `Usage: postmortem inspect [options] FILE|FOLDER|GLOB…

  --format FORMAT          text (default) or json
${input}

Exit status: 0, 2 wrong use or input that cannot be read, 3 a failure of our own.
`;

const render = `Usage: postmortem render [options] FILE

  -o, --output FILE        where to write; standard output unless given
  --format FORMAT          html (default) or svg (also by the ending of --output)
  --no-review              leave the findings out
${input}

The page needs no other file: images beside the document are part of it, and nothing in it runs or is loaded.

Exit status: 0, 2 wrong use or input that cannot be read, 3 a failure of our own.
`;

const texts: Readonly<Record<HelpTopic, string>> = { check, inspect, render };

export function helpText(topic: HelpTopic | undefined): string {
  return topic === undefined ? overview : texts[topic];
}

import { writeSync } from 'node:fs';

writeSync(1, 'usage: postmortem <command> [options] FILE…\n');

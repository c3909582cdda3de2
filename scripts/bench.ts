import { benchBurst } from './bench/burst.ts';
import { benchIndex } from './bench/index.ts';
import { benchPreview } from './bench/preview.ts';
import { benchProtocol } from './bench/protocol.ts';
import { benchGrowth, benchHeap, benchReading } from './bench/reading.ts';
import { buildBundles } from './build.ts';
import { runMain } from './say.ts';

await runMain(async () => {
  await buildBundles({ development: false });
  benchReading();
  benchGrowth();
  benchHeap();
  await benchProtocol();
  await benchBurst();
  await benchIndex();
  await benchPreview();
  return 0;
});

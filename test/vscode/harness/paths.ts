import { join } from 'node:path';
import { projectRoot } from '../../../scripts/paths.ts';

/** Bundles for the extension host and workspaces of single tests. */
export const testOutput = join(projectRoot, 'out', 'test');

export const suiteFolder = join(testOutput, 'suite');

/** Entry of the Mocha suite. */
export const suiteEntry = join(suiteFolder, 'run.cjs');

export const driverBundle = join(testOutput, 'driver.cjs');

/** An extension that does nothing: VS Code runs tests only beside one that is developed. */
export const emptyExtension = join(testOutput, 'empty-extension');

/** Screenshots of the last run. */
export const screenshotFolder = join(projectRoot, 'test', 'out');

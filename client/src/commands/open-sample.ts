import { Uri, window, workspace } from 'vscode';

/** Opens the sample of the walkthrough as a document without a file: whatever is done to it is lost on purpose. */
export async function openSample(extensionUri: Uri): Promise<void> {
  const file = Uri.joinPath(extensionUri, 'docs', 'walkthrough', 'sample.md');
  const content = new TextDecoder().decode(await workspace.fs.readFile(file));
  await window.showTextDocument(await workspace.openTextDocument({ language: 'markdown', content }));
}

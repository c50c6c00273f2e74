import { closeSync, copyFileSync, ftruncateSync, mkdirSync, openSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { LARGEST_FILE_BYTES } from '../../shared/contract/documents.ts';
import { checkAccessibility } from '../support/accessibility.ts';
import { expect, test } from '../support/journey.ts';
import { longPdf } from '../support/long-pdf.ts';
import { makePdf } from '../unit/backend/documents/make-pdf.ts';
import { DRAFT } from './dylan.ts';
import { Entrance } from './pages/entrance.ts';
import { goTo } from './pages/frame.ts';
import { PlansPage } from './pages/plans.ts';

const WORDS = 'An invented plan, with a sentence that says a little about an invented child. '.repeat(4);

/** Smallest PNG there is: one grey point. */
const POINT = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
  'base64',
);

test('each file that cannot be read has its own answer, and the good ones among them are loaded', async ({
  application,
  page,
}) => {
  const folder = path.join(application.dataFolder, 'files');
  mkdirSync(folder);
  const file = (name: string, bytes: string | Uint8Array): string => {
    const target = path.join(folder, name);
    writeFileSync(target, bytes);
    return target;
  };
  const enormous = path.join(folder, 'enormous.pdf');
  const handle = openSync(enormous, 'w');
  ftruncateSync(handle, LARGEST_FILE_BYTES + 1024 * 1024);
  closeSync(handle);
  const renamed = path.join(folder, 'really-a-pdf.docx');
  copyFileSync(DRAFT.file, renamed);
  const files = [
    file('locked.pdf', await makePdf((pdf) => pdf.text(WORDS), { userPassword: 'secret', ownerPassword: 'other' })),
    file('scan.pdf', await makePdf((pdf) => pdf.image(POINT, 0, 0, { width: 595 }))),
    file('damaged.pdf', '%PDF-1.7\n1 0 obj\n<< /Type'),
    file('empty.docx', ''),
    file('notes.pdf', 'Only a note, whatever its name says.'),
    enormous,
    renamed,
  ];

  const plans = new PlansPage(page);
  await new Entrance(page).setUp();
  await goTo(page, 'Plans');
  await plans.add(files);
  await plans.expectWaiting('really-a-pdf.docx');
  await expect(plans.waiting.getByRole('listitem').filter({ hasText: 'really-a-pdf.docx' })).toContainText(
    'PDF, 3 pages',
  );
  await plans.expectWaiting('scan.pdf');
  await expect(plans.waiting.getByRole('listitem').filter({ hasText: 'scan.pdf' })).toContainText(
    'a scan without text',
  );

  for (const [name, code, message, advice] of [
    ['locked.pdf', 'PASSWORD_NEEDED', 'The file is protected by a password.', 'save a copy without one'],
    ['damaged.pdf', 'DAMAGED_FILE', 'is damaged', 'sent again'],
    ['empty.docx', 'EMPTY_FILE', 'The file is empty.', 'sent again'],
    ['notes.pdf', 'UNSUPPORTED_FORMAT', 'neither a PDF nor a Word document', 'Save the plan as PDF or as Word'],
    ['enormous.pdf', 'TOO_LARGE', 'too large', 'smaller pictures'],
  ] as const) {
    const answer = plans.beingRead.getByRole('alert').filter({ hasText: name });
    await expect(answer).toContainText(message);
    await expect(answer).toContainText(advice);
    await expect(answer).toContainText(`Code ${code}`);
  }
  await expect(plans.waiting.getByRole('listitem')).toHaveCount(2);
  await checkAccessibility(page, 'files that could not be read');
  await plans.beingRead.getByRole('button', { name: 'Dismiss empty.docx' }).click();
  await expect(plans.beingRead.getByRole('alert')).toHaveCount(4);
});

test('reading can be cancelled, and leaves nothing behind', async ({ application, page }) => {
  const long = path.join(application.dataFolder, 'long.pdf');
  writeFileSync(long, longPdf(600, 180));
  const plans = new PlansPage(page);
  await new Entrance(page).setUp();
  await goTo(page, 'Plans');
  await plans.add([long]);
  await expect(plans.beingRead.getByText(/^Page \d+ of 600$/)).toBeVisible();
  await checkAccessibility(page, 'a document being read');
  await plans.beingRead.getByRole('button', { name: 'Cancel long.pdf' }).click();
  await expect(plans.beingRead).toBeHidden();
  await plans.add([DRAFT.file]);
  await plans.expectWaiting(DRAFT.name);
  await expect(plans.waiting.getByRole('listitem')).toHaveCount(1);
});

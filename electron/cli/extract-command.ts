import { type DocumentModel, KEY_DATES } from '../../shared/domain/document-model.ts';
import { keyDateWords } from '../../shared/domain/key-date-words.ts';
import { sectionTexts } from '../backend/understanding/section-text.ts';
import { createCommandPool, readPlanFile } from './read-plan-file.ts';

/** Where a command writes: answers to stdout, everything else to stderr. */
export interface CommandIo {
  stdout(text: string): void;
  stderr(text: string): void;
}

export const USAGE = `usage: goldthread extract FILE… [--json]
  FILE    plans, PDF or Word; a document's own password comes from GOLDTHREAD_DOCUMENT_PASSWORD
  --json  one line of JSON for each file
`;

/**
 * `extract FILE…`: what each document means, as text for people or as JSON lines for machines. A file that cannot be
 * read is told of, and the others still go on. Gives the exit code: 0 done, 2 wrong usage, 3 some file was not read.
 */
export async function runExtract(args: string[], io: CommandIo): Promise<number> {
  const { files, isJson, problem } = readArguments(args);
  if (problem !== null) {
    io.stderr(`error [USAGE] ${problem}\n${USAGE}`);
    return 2;
  }
  const pool = createCommandPool();
  try {
    let hasFailed = false;
    // All are handed over at once; answers come out in the order asked for.
    const results = files.map((file) => readPlanFile(file, pool));
    for (const [index, result] of results.entries()) {
      const file = files[index] ?? '';
      const outcome = await result;
      if ('failure' in outcome) {
        hasFailed = true;
        const { code, message, advice } = outcome.failure;
        io.stderr(`error [${code}] ${file}: ${message} ${advice}\n`);
        if (isJson) io.stdout(`${JSON.stringify({ file, error: { code, message } })}\n`);
      } else io.stdout(isJson ? `${JSON.stringify(toJson(file, outcome.model))}\n` : toText(file, outcome.model));
    }
    return hasFailed ? 3 : 0;
  } finally {
    await pool.close();
  }
}

function readArguments(args: readonly string[]): { files: string[]; isJson: boolean; problem: string | null } {
  const files: string[] = [];
  let isJson = false;
  let isOver = false;
  for (const arg of args) {
    if (!isOver && arg === '--') isOver = true;
    else if (!isOver && arg === '--json') isJson = true;
    else if (!isOver && arg.startsWith('-')) return { files, isJson, problem: `There is no option ${arg}.` };
    else files.push(arg);
  }
  return { files, isJson, problem: files.length === 0 ? 'Name at least one file.' : null };
}

/** The shape that the manual promises to machines. */
function toJson(file: string, model: DocumentModel): object {
  return {
    file,
    pages: model.pages.length,
    characters: model.characters,
    sections: sectionTexts(model),
    outcomes: model.outcomes.map((outcome) => outcome.text),
    provisions: model.provisions.map(({ section, text, who, howOften, howLong, review }) => ({
      section,
      text,
      who,
      frequency: [howOften, howLong].filter((each) => each !== null).join(', ') || null,
      review,
    })),
    advice: model.advice.map(({ role, agency, author, date }) => ({ role, agency, author, date })),
    keyDates: Object.fromEntries(Object.entries(model.keyDates).map(([id, date]) => [id, date.iso])),
    warnings: model.warnings,
  };
}

function toText(file: string, model: DocumentModel): string {
  const texts = sectionTexts(model);
  const lines = [
    file,
    `${model.pages.length > 0 ? `${model.pages.length} pages, ` : ''}${model.characters} characters`,
    '',
  ];
  const dates = KEY_DATES.flatMap((id) => {
    const date = model.keyDates[id];
    return date === undefined ? [] : [`  ${keyDateWords(id)}: ${date.printed}`];
  });
  if (dates.length > 0) lines.push('Dates', ...dates, '');
  for (const section of model.sections) {
    const text = texts[section.id];
    if (text === undefined) continue;
    lines.push(`Section ${section.id} (${Math.round(section.confidence * 100)} % sure) ${section.title}`);
    lines.push(...(text === '' ? ['  (empty)'] : text.split('\n').map((line) => `  ${line}`)), '');
  }
  lines.push(
    `Outcomes: ${model.outcomes.length}`,
    ...model.outcomes.map((outcome, index) => `  ${index + 1}. ${outcome.text}`),
    '',
  );
  lines.push(`Provisions: ${model.provisions.length}`);
  for (const { section, text, who, howOften, howLong, review } of model.provisions) {
    const details = [who, howOften, howLong, review].filter((each) => each !== null).join(' · ');
    lines.push(`  ${section}: ${text}${details === '' ? '' : ` (${details})`}`);
  }
  lines.push('', `Advice: ${model.advice.length}`);
  for (const { author, role, agency, date } of model.advice) {
    lines.push(`  ${[author, role, agency, date].filter((each) => each !== null).join(', ')}`);
  }
  if (model.warnings.length > 0) lines.push('', 'Warnings', ...model.warnings.map((warning) => `  ${warning.message}`));
  return `${lines.join('\n')}\n\n`;
}

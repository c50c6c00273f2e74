import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createKeptWords } from '../../../../renderer/api/kept-words.ts';

/** A workspace that answers when it is told to. */
function slowWorkspace(first: string) {
  let words = first;
  let atOnce = 0;
  let mostAtOnce = 0;
  const answers: ((isDone: boolean) => void)[] = [];
  return {
    save: (typed: string) => {
      atOnce += 1;
      mostAtOnce = Math.max(mostAtOnce, atOnce);
      return new Promise<void>((resolve, reject) => {
        answers.push((isDone) => {
          atOnce -= 1;
          if (!isDone) {
            reject(new Error('The disk is full.'));
            return;
          }
          words = typed;
          resolve();
        });
      });
    },
    answer: async (isDone = true) => {
      answers.shift()?.(isDone);
      await settled();
    },
    answerAll: async () => {
      while (answers.length > 0) {
        answers.shift()?.(true);
        // oxlint-disable-next-line no-await-in-loop -- an answer may lead to the next save
        await settled();
      }
    },
    words: () => words,
    mostAtOnce: () => mostAtOnce,
  };
}

async function settled(): Promise<void> {
  await new Promise((go) => setImmediate(go));
}

describe('words that are kept as they are typed', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('saves after a pause, which every letter begins anew', async () => {
    const workspace = slowWorkspace('');
    const own = createKeptWords('', workspace.save);
    own.type('Twelve');
    vi.advanceTimersByTime(600);
    own.type('Twelve plans.');
    vi.advanceTimersByTime(600);
    expect(workspace.mostAtOnce()).toBe(0);
    vi.advanceTimersByTime(200);
    await workspace.answerAll();
    expect(workspace.words()).toBe('Twelve plans.');
    expect(own.get()).toMatchObject({ isUnsaved: false, before: [''] });
  });

  it('saves what was typed while a save was under way, though nobody asks again', async () => {
    const workspace = slowWorkspace('');
    const own = createKeptWords('', workspace.save);
    own.type('A slip.');
    void own.keep();
    own.type('The panel looked at twelve plans.');
    await workspace.answerAll();
    expect(workspace.words()).toBe('The panel looked at twelve plans.');
    expect(own.get()).toMatchObject({ isUnsaved: false, before: ['', 'A slip.'] });
  });

  it('saves what was typed while an undo was under way, the very words that were undone too', async () => {
    const workspace = slowWorkspace('');
    const own = createKeptWords('', workspace.save);
    for (const words of ['A slip.', 'Twelve plans.']) {
      own.type(words);
      void own.keep();
      await workspace.answerAll();
    }
    void own.undo();
    expect(own.get()).toMatchObject({ words: 'A slip.', isUnsaved: true });
    own.type('Twelve plans.');
    expect(own.get().isUnsaved).toBe(true);
    await workspace.answerAll();
    expect(workspace.words()).toBe('Twelve plans.');
    expect(own.get()).toMatchObject({ isUnsaved: false, before: ['', 'A slip.'] });
  });

  it('goes back step by step, and not beyond what stood there first', async () => {
    const workspace = slowWorkspace('One.');
    const own = createKeptWords('One.', workspace.save);
    own.type('Two.');
    void own.keep();
    await workspace.answerAll();
    void own.undo();
    await workspace.answerAll();
    expect(own.get()).toMatchObject({ words: 'One.', before: [] });
    await own.undo();
    expect(workspace.words()).toBe('One.');
  });

  it('says why a save failed, and keeps the words for the next', async () => {
    const workspace = slowWorkspace('');
    const own = createKeptWords('', workspace.save);
    own.type('Twelve plans.');
    const keeping = own.keep();
    await workspace.answer(false);
    await keeping;
    expect(own.get()).toMatchObject({ words: 'Twelve plans.', isUnsaved: true, error: new Error('The disk is full.') });
    void own.keep();
    await workspace.answerAll();
    expect(workspace.words()).toBe('Twelve plans.');
  });

  it('shows what another window saved only where nothing is being typed', () => {
    const workspace = slowWorkspace('');
    const own = createKeptWords('', workspace.save);
    own.adopt('Written elsewhere.');
    expect(own.get()).toMatchObject({ words: 'Written elsewhere.', isUnsaved: false });
    own.type('Written here.');
    own.adopt('Written elsewhere again.');
    expect(own.get()).toMatchObject({ words: 'Written here.', isUnsaved: true });
  });

  it('holds what was shown last, whatever came in between, and never saves two at once', async () => {
    const deed = fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom('', 'a', 'b', 'c').map((words) => ({ kind: 'type' as const, words })) },
      { weight: 3, arbitrary: fc.boolean().map((isDone) => ({ kind: 'answer' as const, isDone })) },
      { weight: 2, arbitrary: fc.constant({ kind: 'keep' as const }) },
      { weight: 1, arbitrary: fc.constant({ kind: 'undo' as const }) },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(deed, { maxLength: 20 }), async (deeds) => {
        const workspace = slowWorkspace('');
        const own = createKeptWords('', workspace.save);
        for (const each of deeds) {
          if (each.kind === 'type') own.type(each.words);
          else if (each.kind === 'keep') void own.keep();
          else if (each.kind === 'undo') void own.undo();
          // oxlint-disable-next-line no-await-in-loop -- one deed after the other
          else await workspace.answer(each.isDone);
        }
        await workspace.answerAll();
        void own.keep();
        await workspace.answerAll();
        expect(workspace.words()).toBe(own.get().words);
        expect(own.get()).toMatchObject({ isUnsaved: false, error: null });
        expect(workspace.mostAtOnce()).toBeLessThanOrEqual(1);
      }),
    );
  });
});

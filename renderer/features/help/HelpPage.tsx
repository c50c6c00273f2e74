import { useQuery } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { useOpenWorkspace } from '../../api/open-workspace.ts';
import { SAMPLE_PIN } from '../../../shared/domain/sample-pin.ts';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { FieldInTenMinutes } from './FieldInTenMinutes.tsx';
import { HintsExplained } from './HintsExplained.tsx';
import { InsightExplained } from './InsightExplained.tsx';
import { ThreadExplained } from './ThreadExplained.tsx';
import { KeyList } from './KeyList.tsx';
import { MeasuresExplained } from './MeasuresExplained.tsx';
import { OutletsExplained } from './OutletsExplained.tsx';
import './help.css';

/** The field in ten minutes, the keys, and where everything is. */
export function HelpPage() {
  const { file, idleMinutes } = useOpenWorkspace();
  const info = useQuery(api.app.info.queryOptions({ staleTime: Infinity }));
  return (
    <div className="page page--narrow stack-loose">
      <PageHeader title="Help">
        {info.data === undefined ? undefined : <p>Goldthread {info.data.version}</p>}
      </PageHeader>
      <FieldInTenMinutes />
      <HintsExplained />
      <MeasuresExplained />
      <InsightExplained />
      <OutletsExplained />
      <ThreadExplained />
      <section className="stack-tight" aria-labelledby="standards-heading">
        <h2 id="standards-heading">Changing the standards</h2>
        <p>
          The standards that come with Goldthread are a beginning. Under Standards, Versions, a QA lead makes a new
          version from an old one. It is kept as it is typed, and nobody grades by it until it is published; then it
          never changes.
        </p>
        <p>
          Before publishing, “What changes” tells the two versions apart in words, and “Effect on past gradings” puts
          answers that were given through the draft. A criterion that is new was answered by nobody, so it is left out
          of those grades and named; one that is retired drops out.
        </p>
        <p>
          Audits stay on the version they were made with. A round takes the version that is in use when it begins,
          unless another is chosen, so a trend over two versions shows the break.
        </p>
      </section>
      <section className="stack" aria-labelledby="keys-heading">
        <h2 id="keys-heading">Keys</h2>
        <KeyList headingLevel={3} />
      </section>
      <section className="stack-tight" aria-labelledby="sample-heading">
        <h2 id="sample-heading">The sample partnership</h2>
        <p>
          A partnership with four half-terms behind it, in which nobody is real, to look around in before you have plans
          of your own. Lock this workspace, choose “Open another workspace”, then “Explore the sample partnership”: its
          passphrase is shown there. Come in as any of its people, each with the PIN <strong>{SAMPLE_PIN}</strong>, to
          see what a role sees.
        </p>
      </section>
      <section className="stack-tight" aria-labelledby="masked-heading">
        <h2 id="masked-heading">What a parent carer representative reads</h2>
        <p>
          Plans with names, dates of birth, settings and places masked, once a QA lead has read the masks through and
          ticked them. Ages, the council’s name and family circumstances stay; where the plan names the council’s town
          as somebody’s home, the town is masked in the council’s name too. A representative never has the files, the
          register or its search.
        </p>
      </section>
      <section className="stack-tight" aria-labelledby="data-heading">
        <h2 id="data-heading">Where the data lives</h2>
        <p>
          In one file on this machine, and nowhere else: <strong>{file.fileName}</strong> in{' '}
          <span className="help__path">{file.folder}</span>. It holds the register, the documents themselves, the
          audits, the reports’ figures and the trail, all encrypted with the passphrase.
        </p>
        <p>
          Goldthread makes no network calls. What leaves the machine is what you export: a report goes where you save
          it.
        </p>
        <p>
          To keep a copy, close Goldthread and copy the file. The copy opens with the passphrase that the workspace had
          when it was made. The file follows SQLCipher 4, an open format: any program that reads it opens the workspace
          with the passphrase.
        </p>
      </section>
      <section className="stack-tight" aria-labelledby="lock-heading">
        <h2 id="lock-heading">What locking does</h2>
        <p>
          Locking closes the encrypted file and takes everything off the screen and out of memory. Nothing that was
          shown as saved is lost. After the passphrase you are back on the same screen.
        </p>
        <p>
          Goldthread locks by itself after {idleMinutes} minutes without a hand on the keyboard or the mouse; Settings
          changes that. A lost passphrase cannot be recovered, by you or by anyone else.
        </p>
      </section>
    </div>
  );
}

import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { Link } from 'wouter';
import type { Upload } from '../../../shared/contract/register.ts';
import { type ImportKind, importTemplate } from '../../../shared/domain/register/register-columns.ts';
import { Failed } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';
import { isRefusal } from '../../api/errors.ts';
import { saveFile } from '../../host/save-file.ts';
import { Button } from '../../ui/Button.tsx';
import { RadioGroup, TextField } from '../../ui/Field.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { ImportTable } from './ImportTable.tsx';
import { PastImports } from './PastImports.tsx';
import './plans.css';
import './import.css';

/** A register, or another tool's results, brought in from CSV or XLSX: choose, match, look, mend, import. */
export function RegisterImportPage() {
  const [kind, setKind] = useState<ImportKind>('register');
  const [file, setFile] = useState<File | null>(null);
  const [upload, setUpload] = useState<Upload | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const read = useMutation(api.register.upload.mutationOptions({ onSuccess: setUpload }));
  const asksPassword =
    read.isError && (isRefusal(read.error, 'PASSWORD_NEEDED') || isRefusal(read.error, 'WRONG_PASSWORD'));

  function choose(chosen: File) {
    setFile(chosen);
    setUpload(null);
    read.mutate({ file: chosen, kind });
  }

  return (
    <div className="page stack-loose">
      <PageHeader title="Import a register" eyebrow={<Link href="/plans">All plans</Link>}>
        <p>From your case system or a spreadsheet, as CSV or Excel. Nothing goes in before you have seen every row.</p>
      </PageHeader>
      {upload === null ? (
        <section className="panel stack" aria-labelledby="choose-heading">
          <h2 id="choose-heading">The file</h2>
          <RadioGroup
            legend="What it holds"
            name="kind"
            value={kind}
            choices={[
              { value: 'register', label: 'A register of plans', hint: 'Plans, their dates and who wrote them.' },
              {
                value: 'results',
                label: 'Past results of another tool',
                hint: 'Grades by plan and section: shown with the plan, counted nowhere.',
              },
            ]}
            onChange={({ target }) => {
              setKind(target.value === 'results' ? 'results' : 'register');
            }}
          />
          <input
            ref={input}
            type="file"
            hidden
            aria-label="Register file"
            accept=".csv,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
            onChange={(event) => {
              const [chosen] = event.target.files ?? [];
              if (chosen !== undefined) choose(chosen);
              event.target.value = '';
            }}
          />
          <div className="row">
            <Button look="primary" isBusy={read.isPending} onClick={() => input.current?.click()}>
              Choose the file
            </Button>
            <Button
              icon={<Icon name="download" />}
              onClick={() => {
                const name = kind === 'register' ? 'register-template.csv' : 'past-results-template.csv';
                saveFile(new File([importTemplate(kind)], name, { type: 'text/csv' }));
              }}
            >
              Download a template
            </Button>
          </div>
          {read.isError ? <Failed error={read.error} /> : null}
          {asksPassword && file !== null ? (
            <PasswordForm
              isBusy={read.isPending}
              onGiven={(password) => {
                read.mutate({ file, kind, password });
              }}
            />
          ) : null}
        </section>
      ) : (
        <ImportTable
          key={`${upload.uploadId} ${upload.sheet}`}
          upload={upload}
          onUpload={setUpload}
          onLeave={() => {
            setUpload(null);
          }}
        />
      )}
      <PastImports />
    </div>
  );
}

function PasswordForm({ isBusy, onGiven }: { isBusy: boolean; onGiven: (password: string) => void }) {
  const [password, setPassword] = useState('');
  return (
    <form
      className="row"
      onSubmit={(event) => {
        event.preventDefault();
        if (password !== '') onGiven(password);
      }}
    >
      <TextField
        label="Password of the workbook"
        type="password"
        value={password}
        onChange={({ target }) => {
          setPassword(target.value);
        }}
      />
      <Button type="submit" isBusy={isBusy}>
        Open it
      </Button>
    </form>
  );
}

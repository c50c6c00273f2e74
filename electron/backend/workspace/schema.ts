import type { Generated, Insertable, Selectable } from 'kysely';

/** The tables as the code sees them. JSON columns hold text; booleans are 0 or 1; times are UTC ISO strings. */
export interface WorkspaceTables {
  partnership: { id: string; name: string; area_code: string; idle_minutes: number; created_at: string };
  half_term: { id: string; school_year: string; number: number; label: string; start: string; end: string };
  person: {
    id: string;
    name: string;
    agency: string;
    created_at: string;
    team: Generated<string>;
    is_active: Generated<number>;
    signs_in: Generated<number>;
    /** Salted hash; null until the person has chosen one. */
    pin: Generated<string | null>;
    wrong_pins: Generated<number>;
    last_wrong_pin_at: Generated<string | null>;
  };
  person_role: { person_id: string; role: string };
  rubric: { id: string; rubric_key: string; version: string; digest: string; content: string; created_at: string };
  round: {
    id: string;
    half_term_id: string;
    kind: string;
    theme: string;
    panel_date: string;
    rubric_id: string;
    state: string;
    created_at: string;
  };
  plan: {
    id: string;
    reference: string;
    initials: string;
    name: string | null;
    date_of_birth: string | null;
    primary_need: string | null;
    locality: string | null;
    created_at: string;
  };
  cycle: {
    id: string;
    plan_id: string;
    sequence: number;
    plan_type: string;
    nc_year: number | null;
    setting: string | null;
    created_at: string;
  };
  document: {
    id: string;
    cycle_id: string | null;
    stage: string | null;
    issued_on: string | null;
    file_name: string;
    format: string;
    sha256: string;
    bytes: number;
    imported_at: string;
    imported_by: string;
    sections_confirmed_at: string | null;
    sections_confirmed_by: string | null;
  };
  /** `password` opens the content where it is encrypted. */
  document_content: { document_id: string; content: Uint8Array; password: string | null };
  document_model: { document_id: string; reader_version: number; model: string; summary: string };
  relabel: {
    id: string;
    document_id: string;
    sequence: number;
    blocks: string;
    section: string | null;
    person_id: string;
    at: string;
  };
  round_document: { round_id: string; document_id: string; added_at: string };
  audit: {
    id: string;
    document_id: string;
    round_id: string;
    rubric_id: string;
    auditor_id: string;
    level: string;
    is_calibration: number;
    state: string;
    developmental: string;
    started_at: string;
    submitted_at: string | null;
    frozen: string | null;
  };
  audit_fact: { audit_id: string; fact: string; value: string };
  answer: {
    audit_id: string;
    criterion_id: string;
    response: string | null;
    comment: string;
    absent_in: string;
    saved_at: string;
  };
  evidence: { id: string; audit_id: string; criterion_id: string; anchor: string; added_at: string };
  dismissed_hint: { plan_id: string; hint_id: string; reason: string; person_id: string; at: string };
  event: {
    sequence: number;
    at: string;
    person_id: string | null;
    action: string;
    subject_id: string | null;
    detail: string;
    previous_hash: string;
    hash: string;
  };
}

export type Row<Table extends keyof WorkspaceTables> = Selectable<WorkspaceTables[Table]>;
export type NewRow<Table extends keyof WorkspaceTables> = Insertable<WorkspaceTables[Table]>;

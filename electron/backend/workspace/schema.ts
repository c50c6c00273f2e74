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
  /** The last reset that its person has not been told of; `by_person_id` is null where nobody had signed in. */
  pin_reset: { person_id: string; at: string; by_person_id: string | null };
  rubric: { id: string; rubric_key: string; version: string; digest: string; content: string; created_at: string };
  rubric_version: {
    rubric_id: string;
    effective_from: string;
    note: string;
    based_on: string;
    published_at: string;
    published_by: string;
  };
  rubric_draft: {
    id: string;
    based_on: string;
    revision: number;
    content: string;
    effective_from: string | null;
    note: string;
    begun_at: string;
    begun_by: string;
    saved_at: string;
    saved_by: string;
  };
  round: {
    id: string;
    half_term_id: string;
    kind: string;
    theme: string;
    panel_date: string;
    rubric_id: string;
    state: string;
    created_at: string;
    grading_due: Generated<string | null>;
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
    /** Sorts 'W-9' before 'W-10'. */
    reference_key: Generated<string>;
    team: Generated<string | null>;
    is_looked_after: Generated<number | null>;
    is_known_to_social_care: Generated<number | null>;
  };
  cycle: {
    id: string;
    plan_id: string;
    sequence: number;
    plan_type: string;
    nc_year: number | null;
    setting: string | null;
    created_at: string;
    setting_type: Generated<string | null>;
    /** The plan's latest cycle. */
    is_current: Generated<number>;
  };
  cycle_date: { cycle_id: string; kind: string; date: string };
  cycle_exception: { cycle_id: string; kind: string };
  cycle_person: { cycle_id: string; person_id: string; part: string };
  /** Reckoned from the cycle's dates and documents, so that the register can be filtered by it. */
  cycle_standing: { cycle_id: string; final_due: string | null; final_done: string | null; is_excepted: number };
  register_import: {
    id: string;
    kind: string;
    sha256: string;
    person_id: string;
    at: string;
    added: number;
    updated: number;
    skipped: number;
    undone_at: string | null;
  };
  /** `before` is null for a plan that the import added. */
  register_import_row: { import_id: string; plan_id: string; before: string | null; after_digest: string };
  register_import_person: { import_id: string; person_id: string };
  imported_result: {
    id: string;
    plan_id: string;
    import_id: string;
    graded_on: string | null;
    overall: string | null;
    grades: string;
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
  /** The answers that families choose from, in their order. */
  family_scale: { id: string; place: number; label: string; is_satisfied: number };
  family_import: {
    id: string;
    sha256: string;
    answers: number;
    person_id: string;
    at: string;
    undone_at: string | null;
  };
  family_answer: {
    id: string;
    plan_id: string;
    answered_on: string;
    respondent: string;
    answer: string;
    words: string;
    import_id: string | null;
    added_at: string;
    added_by: string;
  };
  /** One row: the salt of the digests. */
  passage_salt: { id: number; salt: string };
  /** `sentences` holds eight bytes for each, a whole number as a little-endian double. */
  passage_digest: { document_id: string; made_from: string; template: number; sentences: Uint8Array };
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
  round_member: { round_id: string; person_id: string; attended: number | null };
  /** How a round's plans were drawn. */
  sample: {
    round_id: string;
    method: string;
    strata_by: string;
    allocation: string;
    filter: string;
    seed: number;
    size: number;
    frame_digest: string;
    /** How many plans of the register were left out, by reason; null where it was drawn before that was kept. */
    left_out: string | null;
    drawn_at: string;
    drawn_by: string;
  };
  /** The frame as it was drawn from: each plan with its stratum and its place in the order of drawing. */
  sample_frame: {
    round_id: string;
    reference: string;
    plan_id: string | null;
    stratum: string;
    place: number;
    is_sampled: number;
  };
  round_plan: {
    round_id: string;
    plan_id: string;
    origin: string;
    state: string;
    reason: string;
    replaces: string | null;
    changed_at: string;
    changed_by: string;
  };
  assignment: {
    id: string;
    round_id: string;
    document_id: string;
    auditor_id: string;
    standards: string | null;
    due_on: string | null;
    state: string;
    is_calibration: number;
    reason: string;
    assigned_at: string;
    assigned_by: string;
    ended_at: string | null;
  };
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
    /** Seconds that the auditor worked on it. */
    active_seconds: Generated<number>;
  };
  /** A submission as it was before its audit was reopened. */
  audit_submission: {
    id: string;
    audit_id: string;
    sequence: number;
    submitted_at: string;
    frozen: string;
    answers: string;
    developmental: string;
    reopened_at: string;
    reopened_by: string;
    reason: string;
  };
  /** An auditor's own notes; `standard_id` is empty for the one on the whole audit. */
  audit_note: { audit_id: string; standard_id: string; note: string; saved_at: string };
  /** When auditors' answers to a document were first shown to anyone but their authors. */
  answers_shown: { round_id: string; document_id: string; at: string };
  /** Who was told of them. */
  answers_seen: { round_id: string; document_id: string; person_id: string; at: string };
  /** What a document's audits and moderation come to: a copy, made anew when they change. */
  result: {
    round_id: string;
    document_id: string;
    rubric_id: string;
    standing: string;
    agencies: string;
    grade_alone: string | null;
    overall_grade: string | null;
    standards: string;
    developmental: string;
    criteria: string;
    causes: string;
  };
  /** `counted` is JSON; an owner is a person or a name. */
  measure: {
    id: string;
    name: string;
    unit: string;
    better: string;
    counted: string;
    plans: string;
    stage: string;
    round_kind: string;
    theme: string;
    target: number | null;
    tolerance: number;
    source: string;
    owner_id: string | null;
    owner_name: Generated<string>;
    note: string;
    revision: Generated<number>;
    created_at: string;
    created_by: string;
    retired_at: string | null;
    retired_by: string | null;
  };
  measure_milestone: { measure_id: string; on_date: string; value: number };
  /** Entered by hand: counts, or a percentage whose counts are not known. Withdrawn, never deleted. */
  measure_reading: {
    id: string;
    measure_id: string;
    on_date: string;
    n: number | null;
    of_n: number | null;
    percent: number | null;
    note: string;
    entered_at: string;
    entered_by: string;
    withdrawn_at: string | null;
    withdrawn_by: string | null;
  };
  /** With the audit's document and round in which it was first typed, where it came from one. */
  comment_phrase: {
    id: string;
    criterion_id: string;
    words: string;
    person_id: string;
    is_shared: number;
    added_at: string;
    round_id: string | null;
    document_id: string | null;
  };
  audit_fact: { audit_id: string; fact: string; value: string };
  answer: {
    audit_id: string;
    criterion_id: string;
    response: string | null;
    comment: string;
    absent_in: string;
    saved_at: string;
    /** Why the plan falls short here, as the auditor sees it. */
    root_cause: Generated<string | null>;
  };
  evidence: { id: string; audit_id: string; criterion_id: string; anchor: string; added_at: string };
  /** With the audit's document and round in which it was set aside, where that is known. */
  dismissed_hint: {
    plan_id: string;
    hint_id: string;
    reason: string;
    person_id: string;
    at: string;
    round_id: Generated<string | null>;
    document_id: Generated<string | null>;
  };
  flag: {
    id: string;
    round_id: string;
    document_id: string;
    kind: string;
    words: string;
    raised_by: string;
    raised_at: string;
    owner_id: string;
    acknowledged_at: string | null;
    acknowledged_by: string | null;
    acknowledged_words: Generated<string>;
    officer_told_at: string | null;
    officer_told_by: string | null;
    resolved_at: string | null;
    resolved_by: string | null;
    resolution: Generated<string>;
  };
  moderation: {
    id: string;
    round_id: string;
    document_id: string;
    state: string;
    begun_at: string;
    begun_by: string;
    agreed_at: string | null;
    agreed_by: string | null;
    frozen: string | null;
  };
  /** Never changed: of each kind and subject the last one counts. */
  moderation_decision: {
    id: string;
    moderation_id: string;
    sequence: number;
    kind: string;
    subject: string;
    value: string | null;
    reason: string;
    person_id: string;
    at: string;
  };
  agreement_draw: {
    id: string;
    round_id: string;
    seed: number;
    percent: number;
    drawn_at: string;
    drawn_by: string;
  };
  agreement_draw_plan: { draw_id: string; document_id: string; place: number; is_drawn: number };
  calibration: { round_id: string; document_id: string; named_at: string; named_by: string };
  calibration_note: {
    id: string;
    rubric_id: string;
    criterion_id: string;
    round_id: string;
    document_id: string | null;
    note: string;
    person_id: string;
    at: string;
    removed_at: string | null;
  };
  /** What should change, of a plan, a service or the whole system; or a re-audit of a plan. */
  action: {
    id: string;
    kind: string;
    level: string;
    plan_id: string | null;
    cycle_id: string | null;
    /** The version and the round of the finding that it came from. */
    document_id: string | null;
    round_id: string | null;
    criterion_id: string | null;
    words: string;
    service: string;
    /** A person of the workspace, or a name. */
    owner_id: string | null;
    owner_name: string;
    due_on: string | null;
    state: string;
    /** Of a re-audit: the grade that called for it. */
    before_grade: string | null;
    created_at: string;
    created_by: string;
    evidence: string;
    evidence_anchor: string | null;
    evidence_document_id: string | null;
    settled_at: string | null;
    settled_by: string | null;
  };
  /** Whether a later version answers an action, as one auditor of it sees it. */
  action_answer: { action_id: string; audit_id: string; answer: string | null; comment: string; saved_at: string };
  /** Advice that was asked for to make a plan; `answers_…` are null until somebody has looked. */
  advice_request: {
    id: string;
    cycle_id: string;
    agency: string;
    service: string;
    profession: string;
    asked_on: string | null;
    received_on: string | null;
    is_nil: number;
    form: string;
    answers_needs: number | null;
    answers_provision: number | null;
    answers_outcomes: number | null;
    /** The advice itself, where it was loaded. */
    document_id: string | null;
    note: string;
    added_at: string;
    added_by: string;
  };
  /** Entries of a plan's Section K that a person has confirmed or set aside. */
  advice_suggestion: { cycle_id: string; key: string; person_id: string; at: string };
  /** A passage of advice beside one of a draft. */
  advice_check: {
    id: string;
    document_id: string;
    request_id: string;
    advice_words: string;
    advice_anchor: string | null;
    plan_anchor: string | null;
    plan_section: string;
    finding: string;
    comment: string;
    person_id: string;
    at: string;
  };
  /** What is asked to be corrected in a draft; `action_id` where it is followed as an action too. */
  advice_correction: {
    check_id: string;
    wording: string;
    due_on: string;
    action_id: string | null;
    sent_at: string | null;
    sent_by: string | null;
    answered_at: string | null;
    answered_by: string | null;
    answer: Generated<string>;
  };
  /** Drafts that an agency's officer has checked. */
  advice_checked: { document_id: string; agency: string; person_id: string; at: string };
  thread_link: {
    id: string;
    document_id: string;
    person_id: string;
    /** In which the author was asked to audit the document; null for whoever was not. */
    round_id: string | null;
    from_part: string;
    to_part: string;
    from_anchor: string;
    to_anchor: string;
    /** Drawn by hand, confirmed from a suggestion, or refused. */
    verdict: string;
    at: string;
  };
  /** Each time that a caseworker's sheet was opened or exported. */
  sheet_opening: { id: string; caseworker_id: string; opened_by: string; kind: string; at: string };
  /** What a manager and a caseworker agreed in supervision. */
  supervision_note: {
    id: string;
    caseworker_id: string;
    manager_id: string;
    held_on: string;
    words: string;
    look_again_on: string | null;
    written_at: string;
    changed_at: string | null;
  };
  supervision_point: {
    id: string;
    note_id: string;
    place: number;
    words: string;
    done_at: string | null;
    done_by: string | null;
  };
  /** What a caseworker says to what was found; `entered_by` is somebody else where it was entered for them. */
  supervision_reply: {
    id: string;
    caseworker_id: string;
    kind: string;
    round_id: string | null;
    document_id: string | null;
    words: string;
    entered_by: string;
    entered_at: string;
    outcome: string | null;
    answer: string;
    answered_by: string | null;
    answered_at: string | null;
  };
  /** What a person changed of the masks that the rules propose for a plan. */
  mask_edit: {
    id: string;
    plan_id: string;
    sequence: number;
    kind: string;
    words: string;
    mask_kind: string | null;
    document_id: string | null;
    block: string | null;
    start_at: number | null;
    end_at: number | null;
    person_id: string;
    at: string;
  };
  /** Whom a plan is about: a copy, made anew when what it rests on changes. */
  mask_identity: { sequence: Generated<number>; plan_id: string; identities: string; shown: string };
  /** That a person read a document masked, and lets representatives open it; with the masks as they read them. */
  mask_check: {
    document_id: string;
    person_id: string;
    at: string;
    /** Of the text with its masks. */
    digest: string;
    /** Of the text, and of what the register and people's changes say: the tick holds as long as both are the same. */
    text_digest: string;
    known_digest: string;
    identities: string;
    masks: string;
  };
  /** A person's own words in a half-term's report, by part. */
  report_words: {
    half_term_id: string;
    edition: string;
    slot: string;
    words: string;
    saved_at: string;
    saved_by: string;
  };
  /** A quote chosen for a half-term's report: `masked` as the rules left it, `words` as a person then shortened it. */
  report_excerpt: {
    id: string;
    half_term_id: string;
    evidence_id: string;
    plan_id: string;
    document_id: string;
    criterion_id: string;
    is_good: number;
    masked: string;
    words: string;
    chosen_at: string;
    chosen_by: string;
    ticked_at: string | null;
    ticked_by: string | null;
  };
  /** A report as it was frozen: withdrawn, never changed or deleted. */
  report_snapshot: {
    id: string;
    half_term_id: string;
    edition: string;
    threshold: number;
    /** The report model as canonical JSON, and of that the digest; `content_digest` leaves out who and when. */
    model: string;
    /** Every count that it shows or hides, by key. */
    counts: string;
    rubrics: string;
    /** Rounds and documents whose results it holds. */
    plans: string;
    digest: string;
    content_digest: string;
    frozen_at: string;
    frozen_by: string;
    withdrawn_at: string | null;
    withdrawn_by: string | null;
    withdrawn_reason: Generated<string>;
  };
  /** A quote that services may be shown: `masked` as the rules left it, `words` as a person then read and ticked it. */
  outlet_example: {
    evidence_id: string;
    plan_id: string;
    document_id: string;
    criterion_id: string;
    masked: string;
    words: string;
    ticked_at: string;
    ticked_by: string;
  };
  /** Whose agency a service is that actions alone name, by its name in small letters. */
  service_agency: { service: string; agency: string; said_at: string; said_by: string };
  /** Counts that were given out with small ones hidden, by key; the digest is of them. */
  outlet_given: { digest: string; kind: string; counts: string; given_at: string; given_by: string };
  /** Half-terms of which an export told, by the digest of what was exported; those of reports are in these. */
  told_half_term: { half_term_id: string; told_by: string };
  /** A plan version of which figures are out, by what told of it first; `plan` as it was then, null where that was not kept. */
  told_plan: { round_id: string; document_id: string; told_by: string; plan: string | null };
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

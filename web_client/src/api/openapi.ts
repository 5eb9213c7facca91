/** Generated from the server's OpenAPI by tooling/api_types.py: do not edit. agreement.ts holds our types against these. */

export type Absence = {
  id: string;
  from_on: string;
  until_on: string;
  cover: Who;
  note: string | null;
  ended_on: string | null;
};

export type Acknowledge = {
  sha256: string;
};

export type ActionChild = {
  id: string;
  called: string;
};

export type AddMatter = {
  words: string;
};

export type AddToCircle = {
  name: string;
  kind: "mother" | "father" | "parent" | "step_parent" | "grandparent" | "brother_or_sister" | "family_or_friend" | "guardian" | "foster_carer" | "kinship_carer" | "residential_worker" | "prospective_adopter" | "social_worker" | "personal_adviser" | "supervising_social_worker" | "school" | "health" | "advocate" | "independent_visitor" | "youth_justice" | "other_professional";
  parental_responsibility: boolean;
  language: string;
};

export type AddToRecord = {
  words: string;
};

export type AddedMatter = {
  id: string;
  words: string;
  by: MeetingPerson;
  added_at: string;
  is_new: boolean;
};

export type Addendum = {
  id: string;
  words: string;
  by: RecordBy;
};

export type Adjourned = {
  on: string;
  until: string;
  why: string;
};

export type Adjourning = {
  until: string;
  why: string;
};

export type Advice = {
  on: string;
  words: string;
};

export type AgendaItem = {
  id: string;
  from: "wish" | "last_time" | "must" | "mine" | "added";
  of: string | null;
  words: string | null;
  lead: string;
  minutes: number | null;
  without_me: boolean;
  not_while: (string)[];
  private: boolean;
};

export type AllNotTold = {
  people?: (NotTold)[];
};

export type AnswerProposal = {
  agrees: boolean;
};

export type AnswerRelease = {
  agrees: boolean;
  note: string | null;
};

export type AnswerRequest = {
  answer: "yes" | "partly" | "no";
  reason: string | null;
};

export type AnswerWish = {
  answer: "agreed" | "partly" | "not_yet" | "no";
  why: string | null;
  who_id: string | null;
  who_words: string | null;
  by_on: string | null;
};

export type AroundChild = {
  person_id: string;
  name: string;
  called: string;
  job: "child" | "carer" | "parent" | "professional" | "social_worker" | "reviewing_officer" | "service_manager" | "administrator";
  kind: string;
  parental_responsibility: boolean;
  has_signed_in: boolean;
};

export type AskFor = {
  id: string;
  who: string;
  why: string | null;
};

export type AskedSomeone = {
  person: Someone;
  state: "not_yet_asked" | "asked" | "not_reached" | "answered";
  invited_at: string | null;
  answered_at: string | null;
  attempts: (Tried)[];
};

export type AskedWish = {
  id: string;
  words: string | null;
  ask: string | null;
  chosen: (string)[];
  asks: "wish" | "agenda";
  source: string;
  question: string | null;
  topic: string | null;
  wished_at: string;
  from_review_id: string;
  closed_at: string | null;
  closed_because: "replaced" | "taken_back" | "answered" | "done" | null;
  answers: (WishAnswer)[];
  replies: (WishReply)[];
};

export type Attempt = {
  id: string;
  person_id: string;
  at: string;
  how: "phone" | "text" | "email" | "letter" | "in_person";
  reached: boolean;
  note: string | null;
};

export type AttendanceRow = {
  person_id: string | null;
  who_words: string | null;
  part_id: string | null;
  came: "whole" | "part" | "no" | "not_asked";
  how: "in_person" | "video" | "phone" | null;
  why_words: string | null;
};

export type Attended = {
  person: Whom | null;
  who_words: string | null;
  part_id: string | null;
  came: string | null;
  how: string | null;
  why_words: string | null;
  sent_views: boolean;
};

export type AuthenticatorSquare = {
  size: number;
  path: string;
};

export type Away = {
  absences: (Absence)[];
  practice: Practice;
  officers: (Who)[];
};

export type BackFromSignOn = {
  council_id: string;
  code: string;
  state: string;
};

export type BetweenReviews = {
  since: string;
  messages: (OfficerMessage)[];
  notes: (Note)[];
  requests: (OwnRequest)[];
  visits: (Visit)[];
  unsafe: (ReportOfChild)[];
  reply_times: ReplyTimes;
};

export type BreakGlass = {
  reason: string;
  unsafe_to_tell: boolean;
};

export type Bring = {
  as: "wish" | "agenda";
};

export type Brought = {
  wish_id: string;
  message_id: string;
  asks: "wish" | "agenda";
  words: string;
  language: string;
  written_at: string;
  brought_at: string;
  source: string;
};

export type CameToMeeting = {
  person_id: string | null;
  called: string | null;
  came_at: string;
  left_at: string | null;
};

export type CardSaid = {
  card: string;
};

export type CardWelcome = {
  called: string;
  job: "child" | "carer" | "parent" | "professional" | "social_worker" | "reviewing_officer" | "service_manager" | "administrator";
  council_name: string;
  language: string;
  sign_in_name: string;
  offered_passphrase: string;
  offers_pictures: boolean;
};

export type Caseload = {
  children: (CaseloadLine)[];
};

export type CaseloadLine = {
  id: string;
  called: string;
  name: string;
  case_number: string;
  age: number;
  band: "under_4" | "under_8" | "8_to_11" | "12_to_15" | "16_plus" | "pathway";
  legal_status: string | null;
  out_of_area: boolean | null;
  has_signed_in: boolean;
  reviewing_officer: ListedOfficer | null;
  review_id: string | null;
  stage: "planned" | "open_for_views" | "ready" | "meeting" | "writing_up" | "shared" | "closed" | null;
  due_by: string | null;
  starts_at: string | null;
  overdue: boolean;
  working_days_left: number | null;
  child_words: "none" | "shown" | "new" | "read" | null;
  ended_on: string | null;
};

export type Certificate = {
  review_id: string;
  held_on: string;
};

export type Chair = {
  shape: string;
  colour: string;
  pattern: string;
};

export type ChangePassphrase = {
  current: string;
  new: string;
};

export type CheckMidpoint = {
  decisions: string | null;
  wishes: string | null;
  child: string | null;
  concerns: string | null;
  action: "none" | "raise" | "early_review";
};

export type Checked = {
  decisions: string | null;
  wishes: string | null;
  child: string | null;
  concerns: string | null;
  action: "none" | "raise" | "early_review";
};

export type ChildPage = {
  id: string;
  called: string;
  name: string;
  case_number: string;
  born_on: string;
  age: number;
  band: "under_4" | "under_8" | "8_to_11" | "12_to_15" | "16_plus" | "pathway";
  band_suggested: "under_4" | "under_8" | "8_to_11" | "12_to_15" | "16_plus" | "pathway";
  language: string;
  chair: ReviewChair | null;
  nation: string;
  care_started_on: string | null;
  legal_status: string | null;
  out_of_area: boolean | null;
  sign_in_name: string;
  has_signed_in: boolean;
  phone: PhoneMark | null;
  reviewing_officer: PageOfficer | null;
  circle: (AroundChild)[];
  reviews: (ReviewOnPage)[];
};

export type ChooseBand = {
  band: "under_4" | "under_8" | "8_to_11" | "12_to_15" | "16_plus" | "pathway" | null;
};

export type ChooseNotices = {
  channel: "email" | "text" | "push" | "none";
  quiet_from: string | null;
  quiet_until: string | null;
};

export type ChoosePhone = {
  leaves_no_trace: boolean;
  not_safe_to_reply: boolean;
};

export type Chosen = {
  key: string;
  say: string;
};

export type ChosenBand = {
  id: string;
  band: "under_4" | "under_8" | "8_to_11" | "12_to_15" | "16_plus" | "pathway";
  band_suggested: "under_4" | "under_8" | "8_to_11" | "12_to_15" | "16_plus" | "pathway";
};

export type ChosenForPhone = {
  leaves_no_trace: boolean;
  not_safe_since: string | null;
};

export type CircleChair = {
  shape: string;
  colour: string;
  pattern: string;
};

export type CirclePage = {
  child_id: string;
  name: string;
  called: string;
  chair: CircleChair | null;
  may_change: boolean;
  people: (CirclePerson)[];
  walls: (WallBetween)[];
  decided: (WallProposal)[];
};

export type CirclePerson = {
  person_id: string;
  name: string;
  called: string;
  job: "child" | "carer" | "parent" | "professional" | "social_worker" | "reviewing_officer" | "service_manager" | "administrator";
  kind: string;
  kinds: (string)[];
  parental_responsibility: boolean;
  chair: CircleChair | null;
  has_signed_in: boolean;
  since_on: string | null;
  knows: ("home" | "carers" | "school")[];
  knows_anyway: ("home" | "carers" | "school")[];
};

export type Clock = {
  review_id: string;
  child_id: string;
  called: string;
  kind: "looked_after" | "adoption" | "short_breaks" | "pathway";
  stage: "planned" | "open_for_views" | "ready" | "meeting" | "writing_up" | "shared" | "closed";
  due_by: string | null;
  met_on: string | null;
  held_on: string | null;
  completed_on: string | null;
  adjourned: Adjourned | null;
  adjourn_until_at_most: string | null;
  postponed_to: string | null;
  postponement: Postponement | null;
  late: Late | null;
  lines: (PaperLine)[];
  midpoint_on: string | null;
  next_due_by: string | null;
};

export type CloseWish = {
  words: string | null;
};

export type ClosedReport = {
  what_was_done: string;
};

export type Code = {
  code: string;
};

export type Coming = {
  child: ListedChild;
  not_safe_to_reply: boolean;
  review_id: string;
  stage: "planned" | "open_for_views" | "ready" | "meeting" | "writing_up" | "shared" | "closed";
  due_by: string | null;
  starts_at: string | null;
  working_days_left: number;
  child_views: boolean;
  others_in: number;
  others_asked: number;
};

export type ConfirmParticipation = {
  code: "PN0" | "PN1" | "PN2" | "PN3" | "PN4" | "PN5" | "PN6" | "PN7";
  came?: "spoke" | "spoken_for" | "symbols" | "nothing" | null;
  reason: string | null;
};

export type Confirmed = {
  code: "PN0" | "PN1" | "PN2" | "PN3" | "PN4" | "PN5" | "PN6" | "PN7";
  proposed: "PN0" | "PN1" | "PN2" | "PN3" | "PN4" | "PN5" | "PN6" | "PN7";
  came: "spoke" | "spoken_for" | "symbols" | "nothing" | null;
  reason: string | null;
  by: Someone;
  at: string;
  before_meeting: boolean;
};

export type ConfirmedDistribution = {
  keys: (string)[];
  words: string | null;
  person_id: string;
  fingerprint: string;
  reason: string | null;
};

export type ConfirmedRelease = {
  lines: (Picked)[];
  words: string | null;
  person_id: string;
  fingerprint: string;
  reason: string | null;
};

export type Contact = {
  kind?: "email" | "text" | "push";
  hint?: string | null;
  confirmed?: boolean;
  gone?: boolean;
};

export type Contribution = {
  id: string;
  review_id: string;
  form: string;
  form_version: number;
  language: string;
  helper: Helper | null;
  shared_at: string;
  withdrawn_at: string | null;
  replaces: string | null;
  replaced_by: string | null;
  answers: (SharedAnswer)[];
  read_by: (Reader)[];
  hidden: boolean;
};

export type Conversation = {
  who_reads: WhoReads;
  messages: (OwnMessage)[];
  more: boolean;
};

export type CouldDo = {
  who: Who;
  kind: string;
};

export type Counted = {
  code: string;
  reviews: number;
};

export type Cover = {
  who: Who;
  until: string | null;
};

export type CoveredMatter = {
  matter: string;
  source: string;
  confirmed: boolean;
  by: (string)[];
};

export type Decision = {
  id: string;
  review_id: string;
  what: string;
  who: Who | null;
  who_words: string | null;
  by_on: string;
  wish_id: string | null;
  topic: string | null;
  position: number;
  revision: number;
  shared_at: string | null;
  progress: (Progress)[];
  state: "waiting" | "confirmed" | "done" | "not_done";
  days_over: number | null;
  stands_on: string | null;
  manager: ManagerSaid | null;
};

export type DeviceKey = {
  key: string;
};

export type Difference = {
  topic: string;
  title: string;
  entries: (DifferingEntry)[];
};

export type DifferingEntry = {
  person: Someone;
  says: Line;
  words: (Line)[];
};

export type Dispute = {
  id: string;
  revision: number;
  about: "decision" | "wish" | "delay" | "concern";
  subject_id: string | null;
  concern: string;
  raised_on: string;
  raised_by: Who;
  childs_view: string | null;
  legal_advice: Advice | null;
  cafcass_on: string | null;
  words_to_child: string | null;
  not_told_because: string | null;
  state: "open" | "resolved";
  resolved_on: string | null;
  outcome: string | null;
  stages: (Stage)[];
  days_used: number;
  last_day: string | null;
};

export type Disputes = {
  child: NamedChild;
  nation: string;
  ladder: (Step)[];
  days_in_all: number;
  disputes: (Dispute)[];
  good_practice: (GoodPractice)[];
};

export type Distribution = {
  review_id: string;
  stage: "planned" | "open_for_views" | "ready" | "meeting" | "writing_up" | "shared" | "closed";
  child: Someone;
  is_split: boolean;
  is_signed: boolean;
  edition: number;
  people: (ToPerson)[];
};

export type Draft = {
  revision: number;
  content: DraftContent | null;
};

export type DraftAnswer = {
  choices?: (string)[];
  words?: string | null;
  helper_words?: string | null;
  not_people?: (string)[];
  wish?: boolean;
  skip?: "dont_know" | "dont_want_to_say" | null;
  face?: "happy" | "ok" | "sad" | null;
  audience: "everyone_at_my_review" | "my_iro_and_social_worker" | "only_my_iro";
};

export type DraftContent = {
  form: string;
  form_version: number;
  language: string;
  helper?: DraftHelper | null;
  answers: Record<string, DraftAnswer>;
  other_words?: Record<string, (DraftAnswer)[]>;
};

export type DraftHelper = {
  name: string;
  who: string;
};

export type EarlierReview = {
  review_id: string;
  kind: "looked_after" | "adoption" | "short_breaks" | "pathway";
  sequence: number | null;
  held_on: string;
  code: string | null;
  confirmed: boolean;
};

export type EarlyAsk = {
  id: string;
  trigger: "child_asks" | "officer_asks" | "worker_asks" | "welfare_concern" | "risk_of_harm" | "away_from_home" | "detention_ending" | "care_ending" | "family_support_team" | "plan_change" | "home_changed" | "family_time_changed" | "harm_enquiry" | "excluded" | "charged" | "serious_illness" | "unregulated_move";
  asked_by_id: string | null;
  asked_by: string | null;
  asked_on: string;
  why: string | null;
  decision: "yes" | "no" | "taken_back" | null;
  hold_by: string | null;
  reason: string | null;
  decided_by: string | null;
  decided_at: string | null;
};

export type EarlyPage = {
  kind: "looked_after" | "adoption" | "short_breaks" | "pathway" | null;
  due_by: string | null;
  grounds: (Ground)[];
  asks: (EarlyAsk)[];
};

export type EndMeeting = {
  adjourned: boolean;
};

export type EndedAbsence = {
  on: string;
};

export type Ending = {
  because: "left_care" | "grown_up" | "came_home" | "adopted" | "lives_with_family" | "another_council" | "other";
};

export type Entry = {
  person: Someone;
  lines: (Line)[];
};

export type Error = {
  code?: number;
  status?: string;
  message?: string;
  errors?: Record<string, unknown>;
};

export type Everything = {
  called: string;
  hidden: boolean;
  reviews: (OwnReviewDay)[];
  said: (OwnWords)[];
};

export type Evidence = {
  code: "under_4" | "shared_views" | "only_skipped" | "only_helper_words" | "nothing_shared" | "taken_back" | "had_helper" | "observed" | "speaker_named" | "words_read_out" | "wants_to_come" | "wants_part" | "wants_video" | "wants_nearby" | "does_not_want_to_come" | "came_to_meeting" | "led_in_meeting" | "replied_in_meeting" | "attendance_not_known";
  at: string | null;
  contribution_id: string | null;
  answer_id: string | null;
  choice: string | null;
};

export type FacePair = {
  topic: string;
  title: string;
  question: string;
  ask: string;
  now: Line | null;
  before: Line | null;
};

export type FactNote = {
  item: string | null;
  words: string;
};

export type FactRating = {
  face: "good" | "ok" | "not_good" | null;
  words: string | null;
  change: string | null;
  at: string;
};

export type FactReadBack = {
  id: string;
  of: string;
  words: string;
  reply: string | null;
  reply_words: string | null;
};

export type FirstCode = {
  code: string;
};

export type FirstStage = {
  id: string;
  stage: "informal" | "team_manager" | "operational_manager" | "assistant_director" | "director" | "chief_executive";
  with_words: string;
  bypassed_because: string | null;
};

export type Found = {
  why: "address" | "postcode" | "school" | "phone" | "carer" | "person" | "copied";
  words: string;
  line: number | null;
  start: number;
  end: number;
  term: string | null;
  author: string | null;
};

export type GiveContact = {
  kind: "email" | "text";
  address: string;
};

export type GiveLetter = {
  reason: string | null;
};

export type Given = {
  officer: string;
  words: string | null;
  language: string;
  lines: (GivenLine)[];
};

export type GivenAnswer = {
  choices?: (string)[];
  words?: string | null;
  helper_words?: string | null;
  not_people?: (string)[];
  wish?: boolean;
  skip?: "dont_know" | "dont_want_to_say" | null;
  face?: "happy" | "ok" | "sad" | null;
  audience: "everyone_at_my_review" | "my_iro_and_social_worker" | "only_my_iro";
  id: string;
  question: string;
};

export type GivenLine = {
  said_by: string | null;
  title: string | null;
  ask: string | null;
  face: string | null;
  choices: (string)[];
  words: string | null;
  language: string;
  heading: string | null;
  who: string | null;
  by_on: string | null;
};

export type GivenOfReview = {
  review_id: string;
  shared: (GivenOnce)[];
};

export type GivenOnce = {
  id: string;
  released_at: string;
  given: Given;
};

export type Glass = {
  id: string;
  manager_name: string;
  reason: string;
  unsafe_to_tell: boolean;
  broken_at: string;
  ends_at: string;
  seen_at: string | null;
};

export type GlassList = {
  readings: (Glass)[];
};

export type GoodPractice = {
  id: string;
  words: string;
  on: string;
  by: Who;
};

export type Ground = {
  trigger: "child_asks" | "officer_asks" | "worker_asks" | "welfare_concern" | "risk_of_harm" | "away_from_home" | "detention_ending" | "care_ending" | "family_support_team" | "plan_change" | "home_changed" | "family_time_changed" | "harm_enquiry" | "excluded" | "charged" | "serious_illness" | "unregulated_move";
  source: string;
  confirmed: boolean;
  officer_may_refuse: boolean;
  days: number | null;
};

export type GroundRule = {
  key?: string;
  words?: string;
};

export type HandedOver = {
  id: string;
  to: Who;
  from_on: string;
};

export type HeldBack = {
  rule: "166" | "167" | "440" | "441" | "399" | "1012" | "INT08" | "INT17";
  child_id: string;
  case_number: string;
  review_id: string;
  held_on: string;
  mends: "reviewing_officer" | "case_system";
  officer: string | null;
};

export type Helped = {
  name: string;
  who: string;
};

export type Helper = {
  name: string;
  who: string;
};

export type Holding = {
  held_on: string;
  completed_on: string;
  late_reason: "child_not_ready" | "sickness" | "officer_not_available" | "worker_not_available" | "told_late" | "papers_not_ready" | "family_not_available" | "placement_changed" | "court" | "other" | null;
  late_words: string | null;
};

export type HowItWas = {
  face: "good" | "ok" | "not_good" | null;
  words: string | null;
  change: string | null;
  told?: boolean;
};

export type HowItWasPage = {
  said: HowItWas | null;
  at: string | null;
};

export type IfTheyCome = {
  did: "spoke" | "spoken_for" | "symbols" | "nothing";
  code: "PN0" | "PN1" | "PN2" | "PN3" | "PN4" | "PN5" | "PN6" | "PN7";
};

export type InTheRoom = {
  id: string;
  called: string | null;
  chair: MeetingChair | null;
  is: "child" | "officer" | "person" | "guest" | "screen";
  here: boolean;
};

export type Inbox = {
  on: string;
  unsafe: (UnsafeLine)[];
  threads: (Thread)[];
  requests: (RequestLine)[];
};

export type IssuedCard = {
  words: (string)[];
  link: string;
  qr: SquareCode;
  expires_at: string;
  called: string;
  sign_in_name: string;
};

export type JoinMeeting = {
  code: string;
  called: string | null;
};

export type KeepNote = {
  words: string;
};

export type KeepProtectedFact = {
  kind: "home_postcode" | "placement_postcode" | "address" | "school" | "carer_phone";
  words: string | null;
};

export type KeptContent = {
  written: Record<string, string>;
  attendance: (AttendanceRow)[];
  covered: Record<string, MatterSaid>;
  rights: ("advocate" | "complaint" | "court")[];
  monitoring: Monitoring;
};

export type KeptMonitoring = {
  late_words: string | null;
  spoke_alone: "yes" | "refused" | "not_appropriate" | "no" | null;
  spoke_alone_words: string | null;
  care_plan_quality: "good" | "needs_work" | "out_of_date" | "not_there" | null;
  care_plan_words: string | null;
  concerns: string | null;
  good_practice: string | null;
};

export type Knowable = {
  what: "home" | "carers" | "school";
};

export type KnownLine = {
  id: string;
  source: "contribution" | "message" | "note" | "visit" | "meeting" | "decision" | "answer" | "dispute" | "plan" | "request" | "unsafe" | "care" | "code" | "release";
  fact: "said" | "wished" | "wished_before" | "not_openly" | "differs" | "observed" | "sent_views" | "asked" | "tried" | "reached" | "part" | "legal_status" | "in_care_since" | "language" | "advocate" | "spoke_alone" | "wanted_recorded" | "asked_for" | "noted" | "not_safe" | "level" | "planned" | "added" | "code_confirmed" | "code_proposed" | "decided" | "progress" | "answered" | "manager_said" | "replied" | "disputed" | "resolved" | "done_well" | "adjourned" | "late" | "came" | "led" | "level_changed" | "read_back" | "covered" | "how_it_was" | "would_change" | "review_before" | "next_review" | "midpoint" | "given";
  source_id: string | null;
  about: Whom | null;
  who_words: string | null;
  said_by: Whom | null;
  at: string | null;
  on: string | null;
  value: string | null;
  ask: string | null;
  words: string | null;
  helper: string | null;
  helper_words: string | null;
  face: string | null;
  skip: string | null;
  choices: (Chosen)[];
  language: string | null;
  topic: string | null;
  topic_title: string | null;
  matter: string | null;
  audience: "everyone_at_my_review" | "my_iro_and_social_worker" | "only_my_iro" | null;
  not_people: (Named)[];
  wish_id: string | null;
};

export type Language = {
  language: string;
};

export type LastTime = {
  wishes: (AskedWish)[];
  decisions: (Decision)[];
};

export type Late = {
  reason: "child_not_ready" | "sickness" | "officer_not_available" | "worker_not_available" | "told_late" | "papers_not_ready" | "family_not_available" | "placement_changed" | "court" | "other";
  words: string | null;
};

export type LeaveForSignOn = {
  council_id: string;
};

export type LedItem = {
  item: string;
  words: string | null;
  matter: string | null;
  by: string;
};

export type Letter = {
  child: NamedChild;
  review_id: string;
  stage: "planned" | "open_for_views" | "ready" | "meeting" | "writing_up" | "shared" | "closed";
  revision: number;
  language: string;
  paragraphs: (Paragraph)[];
  drafts: Record<string, (Paragraph)[]>;
  has_outcomes: boolean;
  saved_at: string | null;
  saved_by: Who | null;
  given_at: string | null;
  given_by: Who | null;
  remarks: (Remark)[];
  findings: (Found)[];
};

export type LevelChange = {
  level: number;
  at: string;
  by: string | null;
};

export type Line = {
  contribution_id: string;
  answer_id: string;
  shared_at: string;
  language: string;
  form: string;
  form_version: number;
  topic: string;
  topic_title: string;
  question: string;
  kind: "face" | "choice" | "choices" | "words";
  ask: string;
  skip: "dont_know" | "dont_want_to_say" | null;
  face: "happy" | "ok" | "sad" | null;
  choices: (Chosen)[];
  words: string | null;
  helper_words: string | null;
  audience: "everyone_at_my_review" | "my_iro_and_social_worker" | "only_my_iro";
  not_people: (Named)[];
  wish: boolean;
};

export type ListedChild = {
  id: string;
  called: string;
  name: string;
  case_number: string;
};

export type ListedLetter = {
  review_id: string;
  kind: "looked_after" | "adoption" | "short_breaks" | "pathway";
  held_on: string | null;
  language: string;
  given_at: string;
  given_by: Who;
};

export type ListedLetters = {
  letters: (ListedLetter)[];
  certificates: (Certificate)[];
};

export type ListedOfficer = {
  id: string;
  name: string;
};

export type LiveCode = {
  code: string;
};

export type LiveEvent = {
  id: string;
  kind: "started" | "item" | "level" | "led_by" | "paused" | "resumed" | "word" | "word_done" | "hand" | "not_ok" | "came" | "left" | "note" | "covered" | "read_back" | "read_back_reply" | "ended" | "adjourned";
  on: number;
  item?: string | null;
  level?: number;
  led_by?: string;
  minutes?: number | null;
  word?: string | null;
  up?: boolean;
  person?: string | null;
  words?: string | null;
  matter?: string;
  read_back?: string;
  of?: "decision" | "answer";
  reply?: "right" | "not_quite";
};

export type LiveEvents = {
  events: (LiveEvent)[];
};

export type LiveItem = {
  id: string;
  from: string;
  of: string | null;
  words: string | null;
  lead: string;
  minutes: number | null;
};

export type LiveMe = {
  role: "child" | "officer" | "helper" | "circle" | "guest" | "screen";
  id: string;
};

export type LiveNote = {
  item: string | null;
  words: string;
};

export type LivePlan = {
  items: (LiveItem)[];
  ground_rules: (GroundRule)[];
  script: Record<string, string>;
};

export type LiveSnapshot = {
  number: number;
  state: LiveState;
  plan: LivePlan;
  me: LiveMe;
};

export type LiveState = {
  phase: "waiting" | "running" | "paused" | "ended" | "adjourned";
  item: string | null;
  now: LiveItem | null;
  level: number;
  led_by: string;
  pause_minutes: number | null;
  word: LiveWord | null;
  hands: (string)[];
  people: (InTheRoom)[];
  covered: (string)[];
  read_back: (ReadBack)[];
  not_ok: boolean;
  notes: (LiveNote)[];
};

export type LiveTelling = {
  number: number;
  state: LiveState;
};

export type LiveWord = {
  id: string;
  word: string | null;
};

export type LostPhone = {
  devices: number;
};

export type ManagerSaid = {
  view: "agreed" | "disagreed";
  words: string | null;
  who_words: string;
  at: string;
};

export type ManagersView = {
  view: "agreed" | "disagreed";
  who_words: string;
  words: string | null;
};

export type MatterCovered = {
  matter: string;
  source: string;
  confirmed: boolean;
  state: string | null;
  words: string | null;
};

export type MatterSaid = {
  state: "talked_about" | "not_needed" | "later";
  words: string | null;
};

export type MayPass = {
  person: Someone;
  lines: (Passable)[];
  given: (GivenOnce)[];
};

export type Me = {
  id: string;
  name: string;
  called: string;
  job: "child" | "carer" | "parent" | "professional" | "social_worker" | "reviewing_officer" | "service_manager" | "administrator";
  language: string;
  chair: Chair | null;
  sign_in_name: string;
  council: OwnCouncil;
  notices: (Notice)[];
};

export type MeetingChair = {
  shape: string;
  colour: string;
  pattern: string;
};

export type MeetingCircle = {
  id: string;
  called: string;
  name: string;
  chair: MeetingChair | null;
  job: "child" | "carer" | "parent" | "professional" | "social_worker" | "reviewing_officer" | "service_manager" | "administrator";
  kind: string;
};

export type MeetingFacts = {
  parts: (PartFacts)[];
  how_it_was: FactRating | null;
};

export type MeetingPage = {
  revision: number;
  plan: MeetingPlan | null;
  circle: (MeetingCircle)[];
  wishes: (MeetingWish)[];
  last_time: (MeetingWish)[];
  matters: (string)[];
  added: (AddedMatter)[];
  answers: (PlanAnswer)[];
  officer: MeetingPerson | null;
  stage: "planned" | "open_for_views" | "ready" | "meeting" | "writing_up" | "shared" | "closed";
};

export type MeetingPerson = {
  id: string;
  called: string;
  name: string;
  chair: MeetingChair | null;
  job: "child" | "carer" | "parent" | "professional" | "social_worker" | "reviewing_officer" | "service_manager" | "administrator";
};

export type MeetingPlace = {
  where: "home" | "school" | "office" | "outside" | "other" | null;
  words: string | null;
};

export type MeetingPlan = {
  level: number;
  people: (WantedPerson)[];
  ask_for: (AskFor)[];
  supporter: Supporter | null;
  seats: (string)[];
  beside_me: (string)[];
  place: MeetingPlace;
  when: MeetingTimes;
  minutes: number | null;
  how: "in_person" | "video" | "both" | null;
  breaks: "none" | "one" | "often" | null;
  snacks: string | null;
  agenda: (AgendaItem)[];
  ground_rules: (GroundRule)[];
  script: Record<string, string>;
};

export type MeetingTimes = {
  times: ("after_school" | "weekend" | "morning" | "afternoon" | "evening")[];
  words: string | null;
};

export type MeetingWish = {
  id: string;
  words: string;
};

export type Midpoint = {
  child: Who;
  review_id: string;
  held_on: string;
  due_on: string | null;
  next_due_by: string | null;
  asked_at: string | null;
  answer: SaidSince | null;
  latest: (SaidSince)[];
  decisions: (Decision)[];
  wishes: (AskedWish)[];
  done_at: string | null;
  done_by: Who | null;
  found: Checked | null;
  revision: number;
};

export type MidpointQuestion = {
  asked_at: string | null;
  held_on: string | null;
  is_answered: boolean;
};

export type Monitoring = {
  late_words: string | null;
  spoke_alone: "yes" | "refused" | "not_appropriate" | "no" | null;
  spoke_alone_words: string | null;
  care_plan_quality: "good" | "needs_work" | "out_of_date" | "not_there" | null;
  care_plan_words: string | null;
  concerns: string | null;
  good_practice: string | null;
};

export type Moved = {
  to_on: string;
  words: string;
};

export type Named = {
  person_id: string;
  name: string;
};

export type NamedChild = {
  id: string;
  called: string;
  name: string;
  case_number: string;
};

export type NewAuthenticator = {
  secret: string;
  link: string;
  qr: AuthenticatorSquare;
};

export type NewPasskey = {
  name: string;
  id: string;
  client_data: string;
  attestation: string;
  transports?: (string)[];
};

export type NotTold = {
  person?: Somebody;
  since?: string;
};

export type Note = {
  id: string;
  author: Who;
  words: string;
  written_at: string;
};

export type NoteGlass = {
  tell_child: boolean;
};

export type Notice = {
  id: string;
  what: "came_in_by_card" | "factors_dropped";
  at: string;
  by: string | null;
};

export type NoticeWords = {
  subject?: string;
  words?: string;
  site?: string;
};

export type Observation = {
  contribution_id: string;
  person: Someone;
  shared_at: string;
  topics: (TopicOfLines)[];
};

export type Offer = {
  key: string;
  heading: string;
  words: string;
  by_on: string | null;
  who: string | null;
  is_default: boolean;
};

export type OfferedPassphrase = {
  offered_passphrase: string;
};

export type OfficerMessage = {
  id: string;
  from_me: boolean;
  author: Who;
  start: "good_news" | "worrying" | "sort_out" | "question" | "midpoint" | null;
  words: string | null;
  language: string;
  tell_social_worker: boolean;
  written_at: string;
  received_at: string;
  taken_back_at: string | null;
  read_by: (Read)[];
  in_record: boolean;
  brought_as: "wish" | "agenda" | null;
  can_take_back: boolean;
  hidden: boolean;
  safety_words: (string)[];
  to_record: Recorded | null;
  wish_id: string | null;
  no_answer_at: string | null;
  decision_id: string | null;
};

export type OfficersConversation = {
  child: NamedChild;
  with: Who;
  language: string;
  not_safe_to_reply: boolean;
  messages: (OfficerMessage)[];
  notes: (Note)[];
  more: boolean;
  answer_by: string;
};

export type OfficersMeetingPage = {
  revision: number;
  plan: MeetingPlan | null;
  circle: (MeetingCircle)[];
  wishes: (MeetingWish)[];
  last_time: (MeetingWish)[];
  matters: (string)[];
  added: (AddedMatter)[];
  answers: (PlanAnswer)[];
  officer: MeetingPerson | null;
  stage: "planned" | "open_for_views" | "ready" | "meeting" | "writing_up" | "shared" | "closed";
  covered: (CoveredMatter)[];
  requests: (PlanRequest)[];
};

export type OneOfStaff = {
  id: string;
  name: string;
  email: string | null;
  job: "child" | "carer" | "parent" | "professional" | "social_worker" | "reviewing_officer" | "service_manager" | "administrator";
  can_come_in: boolean;
};

export type OpenedMeeting = {
  code: string;
  snapshot: LiveSnapshot;
};

export type Outcomes = {
  child: Who;
  band: "under_4" | "under_8" | "8_to_11" | "12_to_15" | "16_plus" | "pathway";
  language: string;
  review_id: string;
  stage: "planned" | "open_for_views" | "ready" | "meeting" | "writing_up" | "shared" | "closed";
  held_on: string | null;
  wishes: (AskedWish)[];
  decisions: (Decision)[];
  last_time: LastTime;
  who_could: (CouldDo)[];
  unshared: number;
  answer_by: string | null;
};

export type OwnAction = {
  child: ActionChild;
  decision: OwnDecision;
};

export type OwnActions = {
  actions: (OwnAction)[];
  care_plans: (OwnCarePlan)[];
};

export type OwnCarePlan = {
  review_id: string;
  child: ActionChild;
  by: string;
  days_left: number;
};

export type OwnContributions = {
  contributions: (Contribution)[];
};

export type OwnConversations = {
  conversations: (OwnLine)[];
};

export type OwnCouncil = {
  name: string;
  nation: string;
  languages: (string)[];
  review_word: string | null;
  duty_line: string | null;
};

export type OwnDecision = {
  id: string;
  what: string;
  is_mine: boolean;
  who: Who | null;
  who_words: string | null;
  by_on: string;
  state: "waiting" | "confirmed" | "done" | "not_done";
  days_over: number | null;
  waits_for_review: boolean;
  shared_at: string;
  progress: (Progress)[];
};

export type OwnDevice = {
  id: string;
  kind: "phone" | "tablet" | "computer";
  added_at: string;
  used_at: string;
  is_this: boolean;
  has_pictures: boolean;
};

export type OwnDevices = {
  devices: (OwnDevice)[];
  ways: (string)[];
};

export type OwnDisputes = {
  disputes: (ToldDispute)[];
};

export type OwnLetter = {
  review_id: string;
  kind: "looked_after" | "adoption" | "short_breaks" | "pathway";
  held_on: string | null;
  language: string;
  given_at: string;
  given_by: Who;
  paragraphs: (ReadParagraph)[];
  remarks: (Remark)[];
};

export type OwnLine = {
  child_id: string;
  is_me: boolean;
  child_called: string;
  officer: Who | null;
  cover: Who | null;
  unread: number;
};

export type OwnMessage = {
  id: string;
  from_me: boolean;
  author: Who;
  start: "good_news" | "worrying" | "sort_out" | "question" | "midpoint" | null;
  words: string | null;
  language: string;
  tell_social_worker: boolean;
  written_at: string;
  received_at: string;
  taken_back_at: string | null;
  read_by: (Read)[];
  in_record: boolean;
  brought_as: "wish" | "agenda" | null;
  can_take_back: boolean;
  hidden: boolean;
};

export type OwnNotices = {
  channel?: "email" | "text" | "push" | "none";
  offers?: ("email" | "text" | "push")[];
  quiet_from?: string | null;
  quiet_until?: string | null;
  contacts?: (Contact)[];
  notice?: NoticeWords | null;
  push_key?: string | null;
};

export type OwnOutcomes = {
  reviews: (ToldReview)[];
};

export type OwnPasskey = {
  id: string;
  name: string;
  added_at: string;
  used_at: string | null;
};

export type OwnReply = {
  id: string;
  reply: "thank_you" | "not_understood" | "not_agreed";
  words: string | null;
  at: string;
};

export type OwnReport = {
  id: string;
  said_at: string;
  acknowledged: TakenOn | null;
  closed_at: string | null;
};

export type OwnReports = {
  reports: (OwnReport)[];
};

export type OwnRequest = {
  id: string;
  kind: "visit" | "advocate" | "sooner";
  words: string | null;
  asked_at: string;
  taken_back_at: string | null;
  answer: "yes" | "no" | null;
  answered_by: Who | null;
  answered_at: string | null;
  reason: string | null;
  on: string | null;
};

export type OwnRequests = {
  requests: (OwnRequest)[];
};

export type OwnReview = {
  id: string;
  child: ReviewChild;
  stage: "planned" | "open_for_views" | "ready" | "meeting" | "writing_up" | "shared" | "closed";
  due_by: string | null;
  reason: Reason | null;
  views_close_on: string | null;
  can_share: boolean;
  days_to_go: number | null;
  parts: (Part)[];
  reviewing_officer: ReviewOfficer | null;
  circle: (ReviewCircle)[];
  form: string | null;
  form_version: number | null;
  observation: number | null;
  moved: Moved | null;
  ended_on: string | null;
};

export type OwnReviewDay = {
  id: string;
  held_on: string | null;
  due_by: string | null;
};

export type OwnReviews = {
  reviews: (OwnReview)[];
};

export type OwnWords = {
  id: string | null;
  source: "review" | "message" | "asked" | "meeting" | "read_back" | "rating" | "answer" | "letter";
  review_id: string | null;
  at: string;
  language: string | null;
  topic: string | null;
  topic_title: string | null;
  asked: string | null;
  kind: string | null;
  about: string | null;
  face: "happy" | "ok" | "sad" | null;
  chosen: (string)[];
  words: string | null;
  helper_words: string | null;
  helper: Helped | null;
  wish: boolean;
  changed_later: boolean;
};

export type PageOfficer = {
  person_id: string;
  name: string;
  called: string;
  job: "child" | "carer" | "parent" | "professional" | "social_worker" | "reviewing_officer" | "service_manager" | "administrator";
  kind: string;
};

export type PaginationMetadata = {
  total?: number;
  total_pages?: number;
  first_page?: number;
  last_page?: number;
  page?: number;
  previous_page?: number;
  next_page?: number;
};

export type PaperLine = {
  key: "decisions" | "care_plan" | "record" | "given_to_all";
  by: string;
  done_at: string | null;
  days_left: number | null;
  confirmed: boolean;
};

export type Paragraph = {
  key: string;
  words: string;
};

export type Part = {
  id: string;
  title: string;
  how: "in_person" | "video" | "phone";
  starts_at: string | null;
  minutes: number | null;
  place: string | null;
  video_link: string | null;
  agenda: (string)[];
  ask_where: boolean;
};

export type PartFacts = {
  part_id: string;
  opened_at: string;
  ended_at: string | null;
  adjourned: boolean;
  attended: (CameToMeeting)[];
  led: (LedItem)[];
  levels: (LevelChange)[];
  read_back: (FactReadBack)[];
  covered: (string)[];
  notes: (FactNote)[];
  breaks: number;
  words_asked: number;
};

export type Participation = {
  in_return: boolean;
  proposed: "PN0" | "PN1" | "PN2" | "PN3" | "PN4" | "PN5" | "PN6" | "PN7";
  if_not: boolean;
  evidence: (Evidence)[];
  if_they_come: (IfTheyCome)[];
  may_be: ("PN0" | "PN1" | "PN2" | "PN3" | "PN4" | "PN5" | "PN6" | "PN7")[];
  can_say_came: boolean;
  confirmed: Confirmed | null;
};

export type Passable = {
  answer_id: string;
  shared_at: string;
  topic: string;
  title: string;
  ask: string;
  face: "happy" | "ok" | "sad" | null;
  choices: (Chosen)[];
  words: string | null;
  language: string;
  person: Someone;
  can_be_named: boolean;
  can_go_unnamed: boolean;
};

export type PasskeyAnswer = {
  id: string;
  client_data: string;
  authenticator_data: string;
  signature: string;
  user_handle?: string | null;
};

export type PasskeyName = {
  name: string;
};

export type PasskeyQuestion = {
  options: Record<string, unknown>;
};

export type PassphraseOrPictures = {
  passphrase?: string;
  pictures?: ("apple" | "ball" | "balloon" | "banana" | "bell" | "bike" | "boat" | "butterfly" | "cactus" | "cake" | "car" | "carrot" | "cat" | "cloud" | "cup" | "drum" | "duck" | "fish" | "flower" | "hat" | "ice_cream" | "key" | "kite" | "leaf" | "moon" | "mountain" | "mushroom" | "rabbit" | "rainbow" | "rocket" | "snail" | "sock" | "star" | "sun" | "tree" | "umbrella")[];
};

export type PhoneMark = {
  not_safe_since: string | null;
  safe_again_since: string | null;
};

export type Picked = {
  answer_id: string;
  named: boolean;
};

export type PictureSignIn = {
  who: string;
  pictures: ("apple" | "ball" | "balloon" | "banana" | "bell" | "bike" | "boat" | "butterfly" | "cactus" | "cake" | "car" | "carrot" | "cat" | "cloud" | "cup" | "drum" | "duck" | "fish" | "flower" | "hat" | "ice_cream" | "key" | "kite" | "leaf" | "moon" | "mountain" | "mushroom" | "rabbit" | "rainbow" | "rocket" | "snail" | "sock" | "star" | "sun" | "tree" | "umbrella")[];
};

export type Pictures = {
  pictures: ("apple" | "ball" | "balloon" | "banana" | "bell" | "bike" | "boat" | "butterfly" | "cactus" | "cake" | "car" | "carrot" | "cat" | "cloud" | "cup" | "drum" | "duck" | "fish" | "flower" | "hat" | "ice_cream" | "key" | "kite" | "leaf" | "moon" | "mountain" | "mushroom" | "rabbit" | "rainbow" | "rocket" | "snail" | "sock" | "star" | "sun" | "tree" | "umbrella")[];
};

export type Plan = {
  id: string;
  child: PlanChild;
  kind: "looked_after" | "adoption" | "short_breaks" | "pathway";
  sequence: number | null;
  stage: "planned" | "open_for_views" | "ready" | "meeting" | "writing_up" | "shared" | "closed";
  due_by: string | null;
  reason: Reason | null;
  held_on: string | null;
  revision: number;
  parts: (PlannedPart)[];
  invitations: (PlanPerson)[];
};

export type PlanAnswer = {
  request: string;
  answer: "yes" | "partly" | "no";
  reason: string | null;
  by: MeetingPerson;
  at: string;
  asked_anew: boolean;
};

export type PlanChild = {
  id: string;
  called: string;
  name: string;
  chair: ReviewChair | null;
};

export type PlanPerson = {
  person_id: string;
  name: string;
  called: string;
  job: "child" | "carer" | "parent" | "professional" | "social_worker" | "reviewing_officer" | "service_manager" | "administrator";
  kind: string;
  part_ids: (string)[];
  walled_from: (string)[];
  knows_home: boolean;
  state: "not_yet_asked" | "asked" | "not_reached" | "answered";
  attempts: (Attempt)[];
};

export type PlanRequest = {
  request: string;
  about: MeetingPerson | null;
  words: (string)[];
  answer: PlanAnswer | null;
};

export type PlannedPart = {
  id: string;
  title: string;
  how: "in_person" | "video" | "phone";
  starts_at: string | null;
  minutes: number | null;
  place: string | null;
  video_link: string | null;
  agenda: (string)[];
  people: (string)[];
  told_where: (string)[];
};

export type Postponement = {
  id: string;
  review_id: string;
  child_id: string;
  child_name: string;
  child_called: string;
  due_by: string | null;
  to_on: string;
  why: string;
  words_to_child: string;
  asked_by: string;
  asked_at: string;
  answer: "yes" | "no" | null;
  answer_words: string | null;
  answered_by: string | null;
  answered_at: string | null;
};

export type PostponementAnswer = {
  answer: "yes" | "no";
  words: string | null;
};

export type Postponements = {
  waiting: (Postponement)[];
};

export type Practice = {
  works_on: (number)[];
  usual_cover: Who | null;
};

export type Progress = {
  id: string;
  by: Who;
  kind: "confirmed" | "note" | "done" | "not_done" | "reopened";
  words: string | null;
  at: string;
};

export type ProposeLowering = {
  one_id: string;
  other_id: string;
  reason: string;
};

export type ProtectedFacts = {
  home_postcode: string | null;
  placement_postcode: string | null;
  address: string | null;
  school: string | null;
  carer_phone: string | null;
};

export type Prove = {
  passphrase?: string;
  code?: string;
  passkey?: PasskeyAnswer;
};

export type Push = {
  endpoint: string;
  p256dh: string;
  auth: string;
};

export type Read = {
  who: Who;
  at: string;
};

export type ReadBack = {
  id: string;
  of: string;
  words: string;
  reply: string | null;
  reply_words: string | null;
};

export type ReadParagraph = {
  key: string;
  words: string;
  who: Who | null;
};

export type Reader = {
  name: string;
  called: string;
  job: "child" | "carer" | "parent" | "professional" | "social_worker" | "reviewing_officer" | "service_manager" | "administrator";
  first_read_at: string;
};

export type Reason = {
  code: "first_working_days" | "second_months" | "later_months" | "young_child_months" | "adoption_authority" | "adoption_placed_first" | "adoption_placed_second" | "adoption_placed_later" | "adoption_placement_ended" | "short_breaks_first" | "short_breaks_later" | "pathway_months" | "brought_forward";
  counted_from: string;
  amount: number;
  unit: "working_days" | "days" | "weeks" | "months";
  skipped: (string)[];
  stricter: boolean;
  source: string;
  confirmed: boolean;
  trigger: "child_asks" | "officer_asks" | "worker_asks" | "welfare_concern" | "risk_of_harm" | "away_from_home" | "detention_ending" | "care_ending" | "family_support_team" | "plan_change" | "home_changed" | "family_time_changed" | "harm_enquiry" | "excluded" | "charged" | "serious_illness" | "unregulated_move" | null;
};

export type Recipients = {
  review_id: string;
  stage: "planned" | "open_for_views" | "ready" | "meeting" | "writing_up" | "shared" | "closed";
  child: Someone;
  is_split: boolean;
  people: (Someone)[];
  releases: (ReleaseStanding)[];
};

export type RecordBy = {
  person_id: string;
  name: string;
  at: string;
};

export type RecordContent = {
  written: Record<string, string>;
  attendance: (AttendanceRow)[];
  covered: Record<string, MatterSaid>;
  rights: ("advocate" | "complaint" | "court")[];
  monitoring: Monitoring;
};

export type RecordMessage = {
  to_record: boolean;
  wish_id?: string | null;
  decision_id?: string | null;
};

export type RecordPart = {
  id: string;
  title: string;
  how: string;
  starts_at: string | null;
};

export type RecordReview = {
  id: string;
  kind: "looked_after" | "adoption" | "short_breaks" | "pathway";
  sequence: number | null;
  stage: "planned" | "open_for_views" | "ready" | "meeting" | "writing_up" | "shared" | "closed";
  due_by: string | null;
  reason: Reason | null;
  meets_at: string | null;
  held_on: string | null;
  on_time: boolean | null;
  parts: (RecordPart)[];
};

export type RecordSection = {
  key: "review" | "attendance" | "participation" | "last_decisions" | "topics" | "wishes" | "decisions" | "plan_and_rights" | "disagreements" | "next" | "distribution";
  lines: (KnownLine)[];
  written: string | null;
};

export type RecordVersion = {
  revision: number;
  saved: RecordBy;
};

export type RecordVersions = {
  versions: (RecordVersion)[];
};

export type Recorded = {
  at: string;
  by: Who;
};

export type RecoveryCodes = {
  recovery_codes: (string)[] | null;
};

export type ReleasePreview = {
  given: Given;
  words_before: boolean;
  lines_before: (boolean)[];
  findings: (Found)[];
  needs_second: boolean;
  fingerprint: string;
};

export type ReleaseSeen = {
  release: ReleaseStanding;
  child_id: string;
  names: Record<string, string>;
  given: Given;
  words_before: boolean;
  lines_before: (boolean)[];
  findings: (Found)[];
  reason: string | null;
  note: string | null;
  may_decide: boolean;
};

export type ReleaseStanding = {
  id: string;
  person_id: string;
  state: "waiting" | "released" | "sent_back" | "taken_back";
  needs_second: boolean;
  made_by_id: string;
  made_at: string;
  decided_at: string | null;
  released_at: string | null;
};

export type Remark = {
  id: string;
  paragraph: string | null;
  words: string;
  at: string;
  seen_at: string | null;
};

export type Reply = {
  reply: "thank_you" | "not_understood" | "not_agreed";
  words: string | null;
};

export type ReplyTimes = {
  answered: number;
  median_working_days: number | null;
  waiting: number;
};

export type ReportOfChild = {
  id: string;
  words: string | null;
  said_at: string;
  acknowledged: TakenOn | null;
  closed_at: string | null;
  what_was_done: string | null;
};

export type ReportProgress = {
  kind: "confirmed" | "note" | "done" | "not_done" | "reopened";
  words: string | null;
};

export type RequestLine = {
  id: string;
  child: NamedChild;
  kind: "visit" | "advocate" | "sooner";
  words: string | null;
  asked_at: string;
  days: number;
  answer: "yes" | "no" | null;
  answered_at: string | null;
  reason: string | null;
  on: string | null;
};

export type Resolve = {
  resolved_on: string;
  outcome: string;
  words_to_child: string | null;
};

export type Return = {
  year: number;
  first: string;
  last: string;
  is_return: boolean;
  rows: number;
  codes: (Counted)[];
  checks: (Counted)[];
  waiting: number;
  held_back: (HeldBack)[];
  left_out: (Counted)[];
};

export type ReviewChair = {
  shape: string;
  colour: string;
  pattern: string;
};

export type ReviewChild = {
  id: string;
  called: string;
  chair: ReviewChair | null;
  is_me: boolean;
};

export type ReviewCircle = {
  id: string;
  name: string;
  called: string;
  job: "child" | "carer" | "parent" | "professional" | "social_worker" | "reviewing_officer" | "service_manager" | "administrator";
  kind: string;
  chair: ReviewChair | null;
  coming: boolean | null;
};

export type ReviewOfficer = {
  id: string;
  name: string;
  called: string;
  chair: ReviewChair | null;
};

export type ReviewOnPage = {
  id: string;
  kind: "looked_after" | "adoption" | "short_breaks" | "pathway";
  sequence: number | null;
  stage: "planned" | "open_for_views" | "ready" | "meeting" | "writing_up" | "shared" | "closed";
  due_by: string | null;
  reason: Reason | null;
  meets_at: string | null;
  held_on: string | null;
  ended_because: "left_care" | "grown_up" | "came_home" | "adopted" | "lives_with_family" | "another_council" | "other" | null;
  over_on: string | null;
  participation_code: string | null;
  code_confirmed: boolean;
};

export type ReviewRecord = {
  child: SummaryChild;
  review: RecordReview;
  revision: number;
  saved: RecordBy | null;
  signed: RecordBy | null;
  sections: (RecordSection)[];
  attendance: (Attended)[];
  covered: (MatterCovered)[];
  rights: (string)[];
  monitoring: KeptMonitoring;
  missing: (string)[];
  addenda: (Addendum)[];
};

export type Revision = {
  revision: number;
};

export type Said = {
  id: string;
  person: Someone;
  form: string;
  form_version: number;
  language: string;
  is_observation: boolean;
  helper: WhoHelped | null;
  shared_at: string;
  withdrawn_at: string | null;
  replaced_by: string | null;
  lines: (Line)[];
};

export type SaidSince = {
  id: string;
  words: string;
  language: string;
  start: "good_news" | "worrying" | "sort_out" | "question" | "midpoint" | null;
  written_at: string;
};

export type SaveDecision = {
  what: string;
  who_id: string | null;
  who_words: string | null;
  by_on: string;
  wish_id: string | null;
  topic: string | null;
  position: number;
};

export type SaveDraft = {
  content: DraftContent;
};

export type SaveLetter = {
  language: "en" | "cy";
  paragraphs: (Paragraph)[];
};

export type SaveMeetingPlan = {
  plan: MeetingPlan;
};

export type SaveRecord = {
  content: RecordContent;
};

export type SavedRecord = {
  revision: number;
  saved: RecordBy;
  missing: (string)[];
};

export type SayOfLetter = {
  paragraph: string | null;
  words: string;
};

export type SecondStep = {
  person_id: string;
  called: string;
  language: string;
  ways: ("passphrase" | "code" | "passkey" | "recovery_code" | "council")[];
  must_enrol: boolean;
};

export type SecondStepTaken = {
  code?: string;
  recovery_code?: string;
  passkey?: PasskeyAnswer;
};

export type Seen = {
  name: string;
  job: "child" | "carer" | "parent" | "professional" | "social_worker" | "reviewing_officer" | "service_manager" | "administrator";
  chair: ReviewChair | null;
  what: ("said" | "said_for_a_reason" | "not_safe" | "messages" | "asked" | "taking_part" | "home" | "page")[];
};

export type SeenAs = {
  me: Me;
  reviews: (OwnReview)[];
  contributions: (Contribution)[];
  conversations: (OwnLine)[];
  given: (GivenOfReview)[];
};

export type SeenOn = {
  on: string;
  seen: (Seen)[];
};

export type Share = {
  review_id: string;
  form: string;
  form_version: number;
  language: string;
  helper?: Helper | null;
  replaces?: string | null;
  answers: (GivenAnswer)[];
};

export type ShareOutcomes = {
  reason: string | null;
};

export type SharedAnswer = {
  choices?: (string)[];
  words?: string | null;
  helper_words?: string | null;
  not_people?: (string)[];
  wish?: boolean;
  skip?: "dont_know" | "dont_want_to_say" | null;
  face?: "happy" | "ok" | "sad" | null;
  audience: "everyone_at_my_review" | "my_iro_and_social_worker" | "only_my_iro";
  id: string;
  question: string;
  topic: string;
};

export type SharedWithMe = {
  shared: (GivenOnce)[];
};

export type SignIn = {
  who: string;
  passphrase: string;
};

export type SignOnAddress = {
  address: string;
};

export type SignOnCouncil = {
  id: string;
  name: string;
};

export type SignOnCouncils = {
  councils: (SignOnCouncil)[];
};

export type Somebody = {
  id?: string;
  name?: string;
  called?: string;
  job?: "child" | "carer" | "parent" | "professional" | "social_worker" | "reviewing_officer" | "service_manager" | "administrator";
};

export type Someone = {
  person_id: string;
  name: string;
  called: string;
  job: "child" | "carer" | "parent" | "professional" | "social_worker" | "reviewing_officer" | "service_manager" | "administrator";
  kind: string | null;
};

export type SquareCode = {
  size: number;
  path: string;
};

export type Staff = {
  staff: (OneOfStaff)[];
};

export type StaffCard = {
  words: (string)[];
  link: string;
  expires_at: string;
  called: string;
};

export type Stage = {
  id: string;
  position: number;
  stage: "informal" | "team_manager" | "operational_manager" | "assistant_director" | "director" | "chief_executive";
  began_on: string;
  due_on: string;
  with_words: string;
  bypassed_because: string | null;
  answered_on: string | null;
  answer: string | null;
  days_over: number;
};

export type StageAnswer = {
  answered_on: string;
  answer: string;
};

export type Step = {
  stage: "informal" | "team_manager" | "operational_manager" | "assistant_director" | "director" | "chief_executive";
  days: number;
};

export type Summary = {
  review: SummaryReview;
  child: SummaryChild;
  own_words: (TopicOfLines)[];
  wishes: (Line)[];
  wishes_before: (Line)[];
  brought: (Brought)[];
  taking_part: (Line)[];
  not_openly: (Line)[];
  faces: (FacePair)[];
  others: (TopicOfOthers)[];
  not_spoken_of: (Topic)[];
  differences: (Difference)[];
  observations: (Observation)[];
  asked: (AskedSomeone)[];
  participation: Participation;
  contributions: Record<string, Said>;
  earlier: (EarlierReview)[];
};

export type SummaryChild = {
  id: string;
  called: string;
  name: string;
  age: number;
  band: "under_4" | "under_8" | "8_to_11" | "12_to_15" | "16_plus" | "pathway";
  language: string;
  chair: ReviewChair | null;
  nation: string;
  not_safe_since: string | null;
};

export type SummaryReview = {
  id: string;
  kind: "looked_after" | "adoption" | "short_breaks" | "pathway";
  sequence: number | null;
  stage: "planned" | "open_for_views" | "ready" | "meeting" | "writing_up" | "shared" | "closed";
  due_by: string | null;
  reason: Reason | null;
  meets_at: string | null;
  held_on: string | null;
};

export type Supporter = {
  person_id: string | null;
  who: string | null;
};

export type Taken = {
  called: string;
  reviews: (OwnReviewDay)[];
  said: (OwnWords)[];
  outcomes: (TakenReview)[];
  letters: (TakenLetter)[];
  disputes: (ToldDispute)[];
  certificates: (Certificate)[];
  requests: (OwnRequest)[];
  messages: (ToldMessage)[];
  plans: (TakenPlan)[];
  given: (GivenOnce)[];
};

export type TakenLetter = {
  review_id: string;
  held_on: string | null;
  language: string;
  given_at: string;
  given_by: Who;
  paragraphs: (Paragraph)[];
  remarks: (Remark)[];
};

export type TakenOn = {
  by: Who;
  at: string;
};

export type TakenPlan = {
  review_id: string;
  plan: MeetingPlan | null;
  answers: (PlanAnswer)[];
  added: (AddedMatter)[];
};

export type TakenReview = {
  review_id: string;
  kind: "looked_after" | "adoption" | "short_breaks" | "pathway";
  sequence: number | null;
  held_on: string | null;
  answer_by: string | null;
  wishes: (TakenWish)[];
  decisions: (ToldDecision)[];
};

export type TakenWish = {
  id: string;
  words: string | null;
  ask: string | null;
  chosen: (string)[];
  topic: string | null;
  wished_at: string;
  state: "waiting" | "agreed" | "partly" | "not_yet" | "no" | "done";
  answer: ToldAnswer | null;
  reply: OwnReply | null;
  done_words: string | null;
  earlier: (ToldAnswer)[];
};

export type TakingPart = {
  taking_part: (Line)[];
  not_openly: (Line)[];
  others: (Entry)[];
};

export type Thread = {
  child: NamedChild;
  with: Who;
  is_child: boolean;
  unread: number;
  since: string | null;
  answer_by: string | null;
  working_days_over: number | null;
  safety: boolean;
  last_start: "good_news" | "worrying" | "sort_out" | "question" | "midpoint" | null;
  not_safe_to_reply: boolean;
  covers: boolean;
};

export type Threads = {
  threads: (Thread)[];
};

export type ToPerson = {
  person: Someone;
  offers: (Offer)[];
  releases: (ReleaseStanding)[];
};

export type Today = {
  on: string;
  urgent: (Urgent)[];
  coming: (Coming)[];
  counts: TodayCounts;
  readings: (UnseenReading)[];
};

export type TodayCounts = {
  children: number;
  urgent: number;
  coming: number;
};

export type ToldAnswer = {
  id: string;
  answer: "agreed" | "partly" | "not_yet" | "no";
  why: string | null;
  who: Who | null;
  who_words: string | null;
  by_on: string | null;
  shared_at: string;
};

export type ToldDecision = {
  id: string;
  what: string;
  who: Who | null;
  who_words: string | null;
  by_on: string;
  wish_id: string | null;
  topic: string | null;
  state: "waiting" | "confirmed" | "done" | "not_done";
  manager_disagrees: boolean;
  done_at: string | null;
  last_words: string | null;
};

export type ToldDispute = {
  id: string;
  about: "decision" | "wish" | "delay" | "concern";
  subject_id: string | null;
  words: string;
  raised_on: string;
  stage: "informal" | "team_manager" | "operational_manager" | "assistant_director" | "director" | "chief_executive";
  state: "open" | "resolved";
  resolved_on: string | null;
};

export type ToldMessage = {
  id: string;
  author: Who;
  words: string;
  language: string;
  written_at: string;
};

export type ToldReview = {
  review_id: string;
  kind: "looked_after" | "adoption" | "short_breaks" | "pathway";
  sequence: number | null;
  held_on: string | null;
  answer_by: string | null;
  wishes: (ToldWish)[];
  decisions: (ToldDecision)[];
};

export type ToldWish = {
  id: string;
  words: string | null;
  ask: string | null;
  chosen: (string)[];
  topic: string | null;
  wished_at: string;
  state: "waiting" | "agreed" | "partly" | "not_yet" | "no" | "done";
  answer: ToldAnswer | null;
  reply: OwnReply | null;
  done_words: string | null;
};

export type Topic = {
  topic: string;
  title: string;
};

export type TopicOfLines = {
  topic: string;
  title: string;
  lines: (Line)[];
};

export type TopicOfOthers = {
  topic: string;
  title: string;
  entries: (Entry)[];
};

export type Tried = {
  id: string;
  at: string;
  how: "phone" | "text" | "email" | "letter" | "in_person";
  reached: boolean;
  note: string | null;
};

export type UnsafeLine = {
  id: string;
  child: NamedChild;
  words: string | null;
  said_at: string;
  acknowledged: TakenOn | null;
  closed_at: string | null;
  not_safe_to_reply: boolean;
  minutes_waiting: number;
};

export type UnsafeLines = {
  reports: (UnsafeLine)[];
};

export type UnseenReading = {
  id: string;
  child_id: string;
  child_name: string;
  manager_name: string;
  broken_at: string;
};

export type UpTo = {
  up_to: string;
};

export type Urgent = {
  child: ListedChild;
  not_safe_to_reply: boolean;
  review_id: string | null;
  why: (Why)[];
};

export type UseCard = {
  passphrase?: string;
  pictures?: ("apple" | "ball" | "balloon" | "banana" | "bell" | "bike" | "boat" | "butterfly" | "cactus" | "cake" | "car" | "carrot" | "cat" | "cloud" | "cup" | "drum" | "duck" | "fish" | "flower" | "hat" | "ice_cream" | "key" | "kite" | "leaf" | "moon" | "mountain" | "mushroom" | "rabbit" | "rainbow" | "rocket" | "snail" | "sock" | "star" | "sun" | "tree" | "umbrella")[];
  card: string;
};

export type Visit = {
  id: string;
  officer: Who;
  revision: number;
  planned_at: string | null;
  how: "in_person" | "video" | "phone";
  done_on: string | null;
  spoke_alone: "yes" | "refused" | "not_appropriate" | null;
  why: string | null;
  wants_recorded: string | null;
  review_id: string | null;
  request_id: string | null;
};

export type Visits = {
  visits: (Visit)[];
  must_speak_alone_before: string | null;
  spoken_alone: string | null;
};

export type WaitingMessages = {
  officers: (WaitingOfficer)[];
};

export type WaitingOfficer = {
  officer: Who | null;
  threads: number;
  oldest_working_days: number;
};

export type WaitingProposal = {
  proposal: WallProposal;
  child_id: string;
  child_name: string;
  one_name: string;
  other_name: string;
};

export type WaitingProposals = {
  waiting: (WaitingProposal)[];
};

export type WaitingRelease = {
  id: string;
  review_id: string;
  child_id: string;
  child_name: string;
  person_name: string;
  made_by_name: string;
  made_at: string;
};

export type WaitingReleases = {
  waiting: (WaitingRelease)[];
};

export type WallBetween = {
  one_id: string;
  other_id: string;
  stands: boolean;
  lowered_at: string | null;
  waiting: WallProposal | null;
};

export type WallProposal = {
  id: string;
  one_id: string;
  other_id: string;
  reason: string;
  proposed_by: string;
  proposed_at: string;
  outcome: "agreed" | "refused" | "withdrawn" | "overtaken" | null;
  decided_by: string | null;
  decided_at: string | null;
  may_answer: boolean;
  may_withdraw: boolean;
};

export type WantedAbsence = {
  from_on: string;
  until_on: string;
  cover_id: string;
  note: string | null;
};

export type WantedAnswer = {
  answer: "yes" | "no";
  reason: string | null;
  on: string | null;
};

export type WantedAttempt = {
  person_id: string;
  how: "phone" | "text" | "email" | "letter" | "in_person";
  reached: boolean;
  note: string | null;
};

export type WantedBeside = {
  childs_view: string | null;
  legal_advice: Advice | null;
  cafcass_on: string | null;
  words_to_child: string | null;
  not_told_because: string | null;
};

export type WantedDecision = {
  decision: "yes" | "no" | "taken_back";
  hold_by: string | null;
  reason: string | null;
};

export type WantedDispute = {
  about: "decision" | "wish" | "delay" | "concern";
  subject_id: string | null;
  concern: string;
  raised_on: string;
  childs_view: string | null;
  words_to_child: string | null;
  not_told_because: string | null;
  first_stage: FirstStage;
};

export type WantedDistribution = {
  keys: (string)[];
  words: string | null;
};

export type WantedEarlyAsk = {
  decision: "yes" | "no" | "taken_back";
  hold_by: string | null;
  reason: string | null;
  trigger: "child_asks" | "officer_asks" | "worker_asks" | "welfare_concern" | "risk_of_harm" | "away_from_home" | "detention_ending" | "care_ending" | "family_support_team" | "plan_change" | "home_changed" | "family_time_changed" | "harm_enquiry" | "excluded" | "charged" | "serious_illness" | "unregulated_move";
  asked_by_id: string | null;
  asked_on: string;
  why: string | null;
};

export type WantedGoodPractice = {
  words: string;
  on: string;
};

export type WantedHandOver = {
  to_id: string;
  from_on: string;
  words_to_child: string | null;
  note: string | null;
};

export type WantedPart = {
  id: string;
  title: string;
  how: "in_person" | "video" | "phone";
  starts_at: string | null;
  minutes: number | null;
  place: string | null;
  video_link: string | null;
  agenda?: (string)[];
  people: (string)[];
  told_where?: (string)[];
};

export type WantedPerson = {
  person_id: string;
  wanted: "yes" | "part" | "no";
  items: (string)[] | null;
  reason: string | null;
};

export type WantedPlan = {
  parts: (WantedPart)[];
};

export type WantedPostponement = {
  to_on: string;
  why: string;
  words_to_child: string;
};

export type WantedPractice = {
  works_on: (number)[];
  usual_cover_id: string | null;
};

export type WantedRelease = {
  lines: (Picked)[];
  words: string | null;
};

export type WantedReport = {
  words: string | null;
  waited_seconds: number;
};

export type WantedRequest = {
  kind: "visit" | "advocate" | "sooner";
  words: string | null;
};

export type WantedStage = {
  stage: "informal" | "team_manager" | "operational_manager" | "assistant_director" | "director" | "chief_executive";
  began_on: string;
  with_words: string;
  bypassed_because: string | null;
};

export type WantedVisit = {
  planned_at: string | null;
  how: "in_person" | "video" | "phone";
  done_on: string | null;
  spoke_alone: "yes" | "refused" | "not_appropriate" | null;
  why: string | null;
  wants_recorded: string | null;
  review_id: string | null;
  request_id: string | null;
};

export type WaysIn = {
  has_passphrase: boolean;
  authenticator_since: string | null;
  passkeys: (OwnPasskey)[];
  recovery_codes_left: number;
};

export type WaysToProve = {
  ways: ("passphrase" | "code" | "passkey" | "recovery_code" | "council")[];
};

export type Who = {
  id: string;
  called: string;
  name: string;
  chair: ReviewChair | null;
  job: "child" | "carer" | "parent" | "professional" | "social_worker" | "reviewing_officer" | "service_manager" | "administrator";
};

export type WhoHasSeen = {
  days: (SeenOn)[];
  before: string | null;
};

export type WhoHelped = {
  name: string;
  who: string;
};

export type WhoReads = {
  officer: Who | null;
  cover: Cover | null;
  works_on: (number)[];
  answer_by: string;
  answer_within_working_days: number;
  usual_cover: Who | null;
};

export type WholeVersion = {
  revision: number;
  saved: RecordBy;
  content: KeptContent;
};

export type Whom = {
  person_id: string;
  name: string;
  called: string;
  job: "child" | "carer" | "parent" | "professional" | "social_worker" | "reviewing_officer" | "service_manager" | "administrator";
  kind: string | null;
};

export type Why = {
  code: "unsafe" | "not_safe" | "overdue" | "dispute_overdue" | "message_late" | "request_waiting" | "child_disagrees" | "manager_disagrees" | "wish_unanswered" | "decision_overdue" | "adjourned" | "decisions_due" | "record_due" | "share_due" | "care_plan_due" | "midpoint_due" | "postponement_answered" | "views_unread" | "planned_late" | "no_child_views" | "not_signed_in" | "not_planned" | "speak_alone" | "not_reached" | "participation_unconfirmed" | "not_needed";
  review_id: string | null;
  days: number;
  date: string;
  people: number | null;
};

export type WishAnswer = {
  id: string;
  review_id: string;
  answer: "agreed" | "partly" | "not_yet" | "no";
  why: string | null;
  who: Who | null;
  who_words: string | null;
  by_on: string | null;
  said_by: Who;
  said_at: string;
  shared_at: string | null;
  done_words: string | null;
  reply: WishReply | null;
};

export type WishReply = {
  id: string;
  reply: "thank_you" | "not_understood" | "not_agreed";
  words: string | null;
  at: string;
  seen_at: string | null;
};

export type WriteAsOfficer = {
  words: string;
  language: string;
  waited_seconds?: number;
  reason: string | null;
};

export type WriteOwn = {
  words: string;
  language: string;
  waited_seconds?: number;
  start?: "good_news" | "worrying" | "sort_out" | "question" | "midpoint" | null;
  tell_social_worker?: boolean;
};

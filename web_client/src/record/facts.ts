/** What is known, in a short sentence each; what people said stands in their own words beside it. */
import type { KnownLine } from '../api/records';
import { saidOn } from '../desk/lines';
import { levelMeans } from '../desk/meeting_names';
import { requestName } from '../desk/messages';
import { codeMeans, jobName, legalStatusName, reachedBy } from '../desk/names';
import { aloneName, howMet } from '../desk/visits';
import { formatDate, formatDay, language, languages, t } from '../words';
import { cameOfIt, wishAnswered } from './came_of_it';
import { inMeeting, isNotedInMeeting } from './in_meeting';

/** Facts that are told in the words in which somebody said them. */
const SAID = new Set(['said', 'not_openly', 'wished', 'wished_before', 'differs', 'observed']);

export function isSaid(line: KnownLine): boolean {
  return SAID.has(line.fact);
}

/** The sentence of one line; null where its words say all. */
export function factSays(line: KnownLine, nation: 'england' | 'wales'): string {
  const name = line.about?.name ?? line.said_by?.name ?? '';
  const value = line.value ?? '';
  switch (line.fact) {
    case 'legal_status':
      return t('Legal status: {status}', { status: legalStatusName(value, nation) });
    case 'in_care_since':
      return t('In care since {day}', { day: line.on ? formatDate(line.on) : '' });
    case 'part':
      return `${howMet(value as 'in_person')}: ${line.words ?? ''}`;
    case 'language':
      return t('Language: {language}', {
        language: languages.find(one => one.code === value)?.name ?? value,
      });
    case 'advocate':
      return t('Advocate: {name}', { name });
    case 'level':
      return t('How much they wanted to lead: {level}', {
        level: levelMeans(Number(value) as 0).toLocaleLowerCase(language.value),
      });
    case 'code_confirmed':
      return t('{code}: {meaning}', { code: value, meaning: codeMeans(value) });
    case 'code_proposed':
      return t('{code} is proposed, not confirmed: {meaning}', {
        code: value,
        meaning: codeMeans(value),
      });
    default:
      return passedSays(line, name, value);
  }
}

function passedSays(line: KnownLine, name: string, value: string): string {
  const date = line.at ? saidOn(line.at) : '';
  switch (line.fact) {
    case 'asked':
      return askedSays(line, name);
    case 'tried':
      return t('{name} was not reached: {how}, {date}', { name, how: reachedBy(value), date });
    case 'reached':
      return t('{name} was reached: {how}, {date}', { name, how: reachedBy(value), date });
    case 'sent_views':
      return line.helper
        ? t('Sent their views on {date}, with help from {name}', { date, name: line.helper })
        : t('Sent their views on {date}', { date });
    case 'spoke_alone':
      return `${aloneName(value as 'yes')}, ${day(line)}`;
    case 'wanted_recorded':
      return t('Wanted this written down on {day}', { day: day(line) });
    case 'asked_for':
      return `${requestName(value as 'visit')}, ${date}`;
    case 'answered':
      return answeredSays(line, value);
    case 'noted':
      return t('Note of {name}', { name: line.said_by?.name ?? t('the IRO') });
    case 'not_safe':
      return t('Said that they were not safe, {date}', { date });
    case 'added':
      return t('{name} added this to the agenda', { name });
    case 'review_before':
      return value
        ? t('The review before was held on {day}: {code}', { day: day(line), code: value })
        : t('The review before was held on {day}', { day: day(line) });
    case 'next_review':
      return t('Next review: by {day}', { day: day(line) });
    case 'given':
      return t('Given to {name} on {date}', { name, date });
    default:
      return cameOfIt(line) ?? inMeeting(line) ?? name;
  }
}

function askedSays(line: KnownLine, name: string): string {
  const date = line.at ? saidOn(line.at) : '';
  switch (line.value) {
    case 'answered':
      return t('{name} sent their views, {date}', { name, date });
    case 'asked':
      return t('{name} was asked, {date}, and has not answered', { name, date });
    case 'not_reached':
      return t('{name} was asked and could not be reached', { name });
    default:
      return t('{name} was not asked for views', { name });
  }
}

function answeredSays(line: KnownLine, value: string): string {
  if (line.source === 'unsafe') return t('What was done');
  if (line.source === 'answer') return wishAnswered(line);
  const yes = line.on ? t('Yes, on {day}', { day: day(line) }) : t('Yes');
  return t('Answer: {answer}', { answer: value === 'no' ? t('No') : yes });
}

/** A day that may lie years back says its year. */
function day(line: KnownLine): string {
  if (line.fact === 'review_before' && line.on) return formatDate(line.on);
  return line.on ? formatDay(line.on) : line.at ? saidOn(line.at) : '';
}

/** Who said it, as a heading over what they said. */
export function whoSaid(line: KnownLine): string {
  const who = line.said_by;
  return who ? `${who.name} (${jobName(who.job)})` : t('Somebody');
}

/** Where a line comes from: what the link to it says, and where it leads. */
export function sourceOf(
  line: KnownLine,
  reviewId: string,
  childId: string,
): { to: string; say: string } | null {
  if (isNotedInMeeting(line)) return null;
  const child = `/children/${childId}`;
  const review = `/reviews/${reviewId}`;
  const party = line.said_by?.job === 'reviewing_officer' ? childId : line.said_by?.person_id;
  const places: Record<string, { to: string; say: string }> = {
    message: { to: `${child}/talk/${party ?? childId}`, say: t('Messages') },
    note: { to: child, say: t('About the child') },
    visit: { to: child, say: t('Visits') },
    request: { to: child, say: t('Asked and answered') },
    unsafe: { to: child, say: t('Not safe') },
    care: { to: child, say: t('About the child') },
    meeting: { to: `${review}/meeting`, say: t('The child’s own plan') },
    plan: { to: `${review}/plan`, say: t('Plan') },
    code: { to: `${review}/summary`, say: t('What people say') },
    release: { to: `${review}/share`, say: t('Share with people') },
    contribution: { to: `${review}/summary`, say: t('What people say') },
    answer: { to: `${review}/outcomes`, say: t('Answers and decisions') },
    decision: { to: `${review}/outcomes`, say: t('Answers and decisions') },
    dispute: { to: `${child}/disputes`, say: t('Disputes') },
  };
  return places[line.source] ?? null;
}

/** The lines that I can say, made from my plan and how much I lead. */
import type { AgendaItem, MeetingFacts, MeetingPlan } from '../../api/meeting';
import { t } from '../../words';
import { calledOf, itemTitle, officerOf } from './names';
import { agendaOf } from './plan';
import { ruleWords } from './rules';

export type Part = {
  /** "welcome", "rules", "goodbye", or the id of something on the agenda. */
  key: string;
  title: string;
  words: string;
  /** "me", "officer", or the id of a person: whose chair is lit. */
  lead: string;
  minutes: number | null;
  changed: boolean;
};

export function partsOf(plan: MeetingPlan, facts: MeetingFacts, me: string): Part[] {
  const items = agendaOf(plan, facts).filter(item => !item.private);
  const opens = plan.level >= 3 ? 'me' : 'officer';
  const part = (
    key: string,
    title: string,
    lead: string,
    words: string,
    minutes: number | null = null,
  ): Part => ({
    key,
    title,
    lead,
    minutes,
    words: plan.script[key] ?? words,
    changed: plan.script[key] !== undefined,
  });
  return [
    part('welcome', t('Hello'), opens, welcome(plan, facts, me)),
    ...(plan.ground_rules.length > 0
      ? [part('rules', t('Our rules'), opens, rules(plan, facts))]
      : []),
    ...items.map(item =>
      part(item.id, itemTitle(item, facts), item.lead, line(item, plan, facts), item.minutes),
    ),
    part('goodbye', t('The end'), opens, goodbye(plan, facts)),
  ];
}

/** Whether the server keeps words for this part: the rules are said from the plan itself. */
export function canChange(part: Part): boolean {
  return part.key !== 'rules';
}

function welcome(plan: MeetingPlan, facts: MeetingFacts, me: string): string {
  const name = officerOf(facts);
  if (plan.level === 0) {
    return t('{officer}, please say hello for me. I am {name} and these are my words.', {
      officer: name,
      name: me,
    });
  }
  if (plan.level >= 3) {
    return t('Hello. I am {name}. This is my review. Please say your name and why you are here.', {
      name: me,
    });
  }
  return t('{officer} says hello first. Then I say: Hello, I am {name}.', {
    officer: name,
    name: me,
  });
}

function rules(plan: MeetingPlan, facts: MeetingFacts): string {
  const list = plan.ground_rules.map(ruleWords).join(' ');
  return plan.level >= 3
    ? t('These are my rules. {rules}', { rules: list })
    : t('{name} reads my rules. {rules}', { name: officerOf(facts), rules: list });
}

function line(item: AgendaItem, plan: MeetingPlan, facts: MeetingFacts): string {
  const words = itemTitle(item, facts);
  if (item.without_me) return t('I go out for this bit. You talk, and then tell me.');
  if (plan.level === 0) return t('Please read this out for me: {words}', { words: ended(words) });
  if (item.lead !== 'me') {
    const name = item.lead === 'officer' ? officerOf(facts) : calledOf(item.lead, facts.circle);
    return t('{name} leads this bit. I can say: I want to say something.', { name });
  }
  switch (item.from) {
    case 'wish':
      return t('I want to ask for this: {words} Can it happen? Who will do it, and when?', {
        words: ended(words),
      });
    case 'last_time':
      return t('Last time we said: {words} Is it done? If not, why not?', { words: ended(words) });
    case 'must':
    case 'added':
      return t('Now we talk about this: {words} Who wants to start?', { words: ended(words) });
    case 'mine':
      return t('I want to talk about this: {words} What do you think?', { words: ended(words) });
  }
}

function goodbye(plan: MeetingPlan, facts: MeetingFacts): string {
  const name = officerOf(facts);
  if (plan.level === 0) return t('{name}, please tell me after what you all said.', { name });
  if (plan.level >= 3) {
    return t('Before we stop: who does what, and by when? When do we meet next? Thank you all.');
  }
  return t('{name} ends it. I can ask: Who does what, and by when?', { name });
}

/** A sentence of its own, whatever it ends with. */
function ended(words: string): string {
  return /[.!?…]\s*$/.test(words) ? words.trim() : `${words.trim()}.`;
}

import { Contribute, MyReviews } from '@client/contribute';
import { place, session } from '@client/ui';
import { fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { expectNoBarriers } from '../axe';
import { anAnswer, aPerson, askedTo, REVIEW, serve, shared } from '../world';

let number = 0;
let reviewId = REVIEW;

beforeEach(() => {
  number += 1;
  reviewId = REVIEW.replace(/.{4}$/, String(2000 + number));
  history.replaceState(null, '', '/');
  // Not in jsdom: it has no layout to scroll.
  Element.prototype.scrollIntoView = () => {};
  vi.stubGlobal('scrollTo', () => {});
});

type Situation = {
  form?: 'carer' | 'parent' | 'professional';
  said?: ReturnType<typeof shared>[];
  review?: Partial<ReturnType<typeof askedTo>>;
};

function asked({ form = 'carer', said = [], review = {} }: Situation = {}) {
  const contributions = said.map(one => ({ ...one, review_id: reviewId }));
  const empty = { content: null, revision: 0 };
  const saved = { revision: 1 };
  const sent = serve({
    'GET /api/my/reviews': { reviews: [askedTo(form, { ...review, id: reviewId })] },
    'GET /api/my/contributions': () => ({ contributions }),
    [`GET /api/my/drafts/${reviewId}`]: empty,
    [`PUT /api/my/drafts/${reviewId}`]: saved,
    [`GET /api/my/drafts/${reviewId}?form=observation`]: empty,
    [`PUT /api/my/drafts/${reviewId}?form=observation`]: saved,
  });
  return { contributions, sent };
}

/** The page at the address that the router would show. */
function Routed({ job }: { job: 'carer' | 'parent' | 'professional' }) {
  const rest = place.value.split('/').slice(3).join('/');
  return <Contribute me={aPerson(job, { called: 'Joan' })} params={{ reviewId, rest }} />;
}

function openAt(path: string, job: 'carer' | 'parent' | 'professional' = 'carer') {
  const me = aPerson(job, { called: 'Joan' });
  session.value = { ...session.value, me };
  history.replaceState(null, '', path);
  place.value = location.pathname;
  return render(<Routed job={job} />);
}

describe('the reviews I am asked to', () => {
  it('shows each child by first name, with one thing to do', async () => {
    asked();
    render(<MyReviews me={aPerson('carer', { called: 'Joan' })} params={{}} />);
    await screen.findByRole('heading', { name: 'Amara’s review' });
    expect(screen.getByRole('link', { name: /^Start/ }).getAttribute('href')).toBe(
      `/add/${reviewId}`,
    );
    await expectNoBarriers();
  });

  it('leads to the IRO once for each child, also while no review is near', async () => {
    const officer = { id: 'o1', called: 'Priya', name: 'Priya Shah', chair: null };
    serve({
      'GET /api/my/reviews': { reviews: [] },
      'GET /api/my/contributions': { contributions: [] },
      'GET /api/my/conversations': {
        conversations: [
          { child_id: 'c1', is_me: false, child_called: 'Amara', officer, cover: null, unread: 1 },
          {
            child_id: 'c2',
            is_me: false,
            child_called: 'Leo',
            officer: null,
            cover: null,
            unread: 0,
          },
        ],
      },
    });
    render(<MyReviews me={aPerson('carer')} params={{}} />);
    const amara = await screen.findByRole('link', { name: /Message Priya about Amara.*New/ });
    expect(amara.getAttribute('href')).toBe('/talk/c1');
    const leo = screen.getByRole('link', { name: /Message Leo’s IRO/ });
    expect(leo.getAttribute('href')).toBe('/talk/c2');
    expect(leo.textContent).not.toContain('New');
    await expectNoBarriers();
  });

  it('offers the observation when the server does, and never to a parent', async () => {
    asked({ review: { observation: 1 } });
    const first = render(<MyReviews me={aPerson('carer')} params={{}} />);
    await screen.findByRole('heading', { name: 'How Amara shows what they like' });
    screen.getByText('First: what you think');
    screen.getByText('Then: what you see Amara do');
    first.unmount();
    asked({ form: 'parent', review: { observation: 1 } });
    render(<MyReviews me={aPerson('parent')} params={{}} />);
    await screen.findByRole('heading', { name: 'Amara’s review' });
    expect(screen.queryByText('How Amara shows what they like')).toBeNull();
  });

  it('says that a review is not needed any more, and asks nothing', async () => {
    asked({
      review: { stage: 'closed', can_share: false, ended_on: '2026-04-02', observation: 1 },
    });
    render(<MyReviews me={aPerson('carer')} params={{}} />);
    await screen.findByText('This review is not needed any more.');
    expect(screen.queryByRole('link', { name: /^Start/ })).toBeNull();
    expect(screen.queryByText('How Amara shows what they like')).toBeNull();
  });

  it('does not say that the day is not planned to whoever has no seat', async () => {
    asked({ review: { parts: [] } });
    render(<MyReviews me={aPerson('carer')} params={{}} />);
    await screen.findByText('When you are asked to a meeting, it will be here.');
    expect(screen.queryByText('The day is not planned yet.')).toBeNull();
  });

  it('is kind when nothing is asked', async () => {
    serve({
      'GET /api/my/reviews': { reviews: [] },
      'GET /api/my/contributions': { contributions: [] },
    });
    render(<MyReviews me={aPerson('parent')} params={{}} />);
    await screen.findByRole('heading', { name: 'Nothing to do just now' });
    await expectNoBarriers();
  });
});

describe('the one page', () => {
  it('says who will see a part before a word is written, and lets me change it', async () => {
    asked();
    openAt(`/add/${reviewId}`);
    const words = await screen.findByLabelText('What has gone well since the last review?');
    const who = screen.getByText(
      'The IRO. They can share it with Amara and the people at the review.',
    );
    expect(who.compareDocumentPosition(words) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Change' }));
    fireEvent.click(screen.getByRole('radio', { name: /Only the IRO/ }));
    await screen.findByText('Only the IRO.');
    await expectNoBarriers();
  });

  it('keeps what I write, shows it once more, and sends it with its audience', async () => {
    const { contributions, sent } = asked();
    openAt(`/add/${reviewId}`);
    const words = await screen.findByLabelText('What has gone well since the last review?');
    fireEvent.input(words, { target: { value: 'She joined the choir.' } });
    await screen.findByRole('link', { name: 'Check and send' });
    openAt(`/add/${reviewId}/look`);
    await screen.findAllByText('She joined the choir.');
    await screen.findByRole('heading', { name: 'Look it over' });
    serveShare(contributions, sent);
    fireEvent.click(screen.getByRole('button', { name: 'Send' }));
    await screen.findAllByText('Sent. Thank you.');
    const share = sent.find(one => one.path.startsWith('/api/contributions/'));
    expect(share?.body).toMatchObject({
      review_id: reviewId,
      form: 'carer',
      replaces: null,
      answers: [
        {
          question: 'going_well.words',
          words: 'She joined the choir.',
          audience: 'everyone_at_my_review',
        },
      ],
    });
  });

  it('keeps what is too long to send, and says so before it is sent', async () => {
    const { sent } = asked();
    openAt(`/add/${reviewId}`);
    const words = await screen.findByLabelText('What has gone well since the last review?');
    fireEvent.input(words, { target: { value: 'x'.repeat(10_001) } });
    await screen.findByText(/There is 1 letter too many\./);
    openAt(`/add/${reviewId}/look`);
    await screen.findByText('Some of it is too long to send');
    fireEvent.click(screen.getByRole('button', { name: 'Send' }));
    expect(sent.some(one => one.path.startsWith('/api/contributions/'))).toBe(false);
  });

  it('warns beside the private note before it is written', async () => {
    asked({ form: 'parent' });
    openAt(`/add/${reviewId}#private_note`, 'parent');
    await screen.findByText(
      'Only the IRO sees this. If safety or the law needs it, it may have to be shared.',
    );
    expect(screen.getAllByText('Only the IRO.').length).toBeGreaterThan(0);
  });

  it('asks a parent how they want to take part', async () => {
    asked({ form: 'parent' });
    openAt(`/add/${reviewId}#taking_part`, 'parent');
    await screen.findByRole('radio', { name: /Apart from some of the others/ });
    expect(screen.getByRole('checkbox', { name: 'An interpreter' })).toBeTruthy();
    await expectNoBarriers();
  });

  it('marks an observation as mine and about the child', async () => {
    asked({ review: { observation: 1 } });
    openAt(`/add/${reviewId}/observation`);
    await screen.findByText('It is marked as yours: what you saw, not Amara’s own words.');
    fireEvent.click(screen.getByRole('button', { name: /How I show what I like/ }));
    fireEvent.click(await screen.findByRole('button', { name: 'They reach for …' }));
    await waitFor(() =>
      expect(screen.getByLabelText(/show they are happy/)).toHaveProperty(
        'value',
        'They reach for ',
      ),
    );
    await expectNoBarriers();
  });
});

describe('what I sent', () => {
  const answers = [
    anAnswer('worries.words', { words: 'Sleep', audience: 'my_iro_and_social_worker' }),
  ];

  it('can be read under who sees it, and shows who read it', async () => {
    const read_by = [
      {
        name: 'Priya Shah',
        called: 'Priya',
        job: 'reviewing_officer' as const,
        first_read_at: '2026-04-03T09:00:00Z',
      },
    ];
    asked({ said: [shared({ form: 'carer', answers, read_by })] });
    openAt(`/add/${reviewId}`);
    await screen.findByText('Sleep');
    expect(
      screen.getByRole('heading', { name: 'The IRO can share it with the social worker' }),
    ).toBeTruthy();
    expect(screen.getByText('Priya read it on Friday 3 April.')).toBeTruthy();
    await expectNoBarriers();
  });

  it('can be changed: the words come back to the page', async () => {
    asked({ said: [shared({ form: 'carer', answers })] });
    openAt(`/add/${reviewId}`);
    fireEvent.click(await screen.findByRole('button', { name: 'Change or add to it' }));
    await screen.findByText(
      'You are changing what you sent. The old one stands until you send again.',
    );
  });

  it('can be taken back, and the words are kept to go on with', async () => {
    const { contributions } = asked({ said: [shared({ form: 'carer', answers })] });
    serveTakingBack(contributions);
    openAt(`/add/${reviewId}`);
    fireEvent.click(await screen.findByRole('button', { name: 'Take it back' }));
    fireEvent.click(screen.getByText('Take it back and keep my words'));
    await screen.findByRole('link', { name: 'Check and send' });
    await waitFor(() => expect(contributions[0]?.withdrawn_at).not.toBeNull());
    expect(screen.queryByText('Sent. Thank you.')).toBeNull();
  });

  it('cannot be changed once the review has begun', async () => {
    asked({
      said: [shared({ form: 'carer', answers })],
      review: { stage: 'meeting', can_share: false },
    });
    openAt(`/add/${reviewId}`);
    await screen.findByText('The review has begun, so it stays as it is.');
    expect(screen.queryByRole('button', { name: 'Change or add to it' })).toBeNull();
  });
});

/** The same server, which now takes what is shared. */
function serveShare(contributions: ReturnType<typeof shared>[], seen: ReturnType<typeof serve>) {
  const before = globalThis.fetch;
  globalThis.fetch = (async (path: string, options: RequestInit = {}) => {
    if (options.method !== 'PUT' || !path.startsWith('/api/contributions/'))
      return before(path, options);
    const body = JSON.parse(String(options.body));
    seen.push({ method: 'PUT', path, body });
    const taken = shared({
      ...body,
      id: path.split('/').at(-1),
      shared_at: '2026-04-02T10:00:00Z',
    });
    contributions.push(taken);
    return new Response(JSON.stringify(taken), { status: 200 });
  }) as typeof fetch;
}

function serveTakingBack(contributions: ReturnType<typeof shared>[]) {
  const before = globalThis.fetch;
  globalThis.fetch = (async (path: string, options: RequestInit = {}) => {
    if (!path.endsWith('/withdraw')) return before(path, options);
    const [one] = contributions.splice(0, 1);
    const taken = { ...(one ?? shared()), withdrawn_at: '2026-04-04T10:00:00Z', answers: [] };
    contributions.push(taken);
    return new Response(JSON.stringify(taken), { status: 200 });
  }) as typeof fetch;
}

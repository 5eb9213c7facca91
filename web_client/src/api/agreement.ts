/** Holds our types against the server's: what it sends must fit what we read, what we send must fit what it takes. */
import type * as Asking from './asking';
import type * as Away from './away';
import type * as Circle from './circle';
import type * as Distribution from './distribution';
import type * as Early from './early';
import type * as Inbox from './inbox';
import type * as Letters from './letters';
import type * as Server from './openapi';
import type * as Records from './records';
import type * as Releases from './releases';
import type * as Seen from './seen';
import type * as Talk from './talk';
import type * as Ours from './types';
import type * as Visits from './visits';

/** Does not compile when the first does not fit the second. */
type Fits<Given extends Taken, Taken> = [Given, Taken];

type Form = 'form' | 'form_version';

/** As it arrives: a field that may be left out when sent is always there, and a chair is one of ours. */
type Arriving<T> = T extends { shape: string; colour: string; pattern: string }
  ? Ours.ChairLook
  : T extends (infer One)[]
    ? Arriving<One>[]
    : T extends object
      ? {
          [Key in keyof T]-?: Key extends 'nation'
            ? 'england' | 'wales'
            : Arriving<Exclude<T[Key], undefined>>;
        }
      : T;

export type Read = [
  Fits<Arriving<Server.Me>, Ours.Me>,
  Fits<Arriving<Server.SecondStep>, Ours.SecondStep>,
  Fits<Arriving<Server.CardWelcome>, Ours.CardLook>,
  Fits<Arriving<Server.IssuedCard>, Ours.IssuedCard>,
  // An officer has no form of their own: the screen gives the observation's.
  Fits<Omit<Arriving<Server.OwnReview>, Form>, Omit<Ours.MyReview, Form>>,
  Fits<Arriving<Server.Draft>, Ours.DraftOnServer>,
  Fits<Arriving<Server.Contribution>, Ours.Contribution>,
  Fits<Arriving<Server.Plan>, Ours.PlannedReview>,
  Fits<Arriving<Server.SavedRecord>, Records.SavedRecord>,
  Fits<Arriving<Server.Today>, Ours.TodayFacts>,
  Fits<Arriving<Server.CaseloadLine>, Ours.CaseloadRow>,
  Fits<Arriving<Server.ChildPage>, Ours.ChildFacts>,
  Fits<Arriving<Server.Summary>, Ours.SummaryFacts>,
  Fits<Arriving<Server.TakingPart>, Ours.TakingPart>,
  Fits<Arriving<Server.Participation>, Ours.Participation>,
  Fits<Arriving<Server.CirclePage>, Circle.CircleFacts>,
  Fits<Arriving<Server.WaitingProposal>, Circle.WaitingProposal>,
  Fits<Arriving<Server.ProtectedFacts>, Circle.ProtectedFacts>,
  Fits<Arriving<Server.SeenAs>['me'], Circle.SeenAs['me']>,
  Fits<Arriving<Server.Recipients>, Releases.Recipients>,
  Fits<Arriving<Server.MayPass>, Releases.MayPass>,
  Fits<Arriving<Server.ReleasePreview>, Releases.ReleasePreview>,
  Fits<Arriving<Server.ReleaseSeen>, Releases.ReleaseSeen>,
  Fits<Arriving<Server.ReleaseStanding>, Releases.ReleaseStanding>,
  Fits<Arriving<Server.WaitingRelease>, Releases.WaitingRelease>,
  Fits<Arriving<Server.GivenOnce>, Releases.GivenOnce>,
  Fits<Arriving<Server.Distribution>, Distribution.DistributionFacts>,
  Fits<Arriving<Server.Letter>, Letters.LetterFacts>,
  Fits<Arriving<Server.EarlyPage>, Early.EarlyPage>,
  Fits<Arriving<Server.Inbox>, Inbox.Inbox>,
  Fits<Arriving<Server.OfficersConversation>, Inbox.Talk>,
  Fits<Arriving<Server.Away>, Away.Away>,
  Fits<Arriving<Server.Visits>, Visits.Visits>,
  Fits<Arriving<Server.BetweenReviews>, Visits.BetweenReviews>,
  Fits<Arriving<Server.UnsafeLine>, Inbox.UnsafeLine>,
  Fits<Arriving<Server.RequestLine>, Inbox.RequestLine>,
  Fits<Arriving<Server.WhoHasSeen>, Seen.WhoHasSeen>,
  Fits<Arriving<Server.Glass>, Seen.Reading>,
  Fits<Arriving<Server.OwnLine>, Talk.ConversationLine>,
  Fits<Arriving<Server.Conversation>, Talk.Conversation>,
  Fits<Arriving<Server.OwnRequest>, Asking.OwnRequest>,
  Fits<Arriving<Server.OwnReport>, Asking.UnsafeReport>,
];

export type Sent = [
  Fits<Ours.ChairLook, Server.Chair>,
  Fits<Ours.DraftContent, Server.DraftContent>,
  Fits<Ours.NewContribution, Server.Share>,
  Fits<Ours.PlanPart, Server.WantedPart>,
  Fits<Inbox.NewAnswer, Server.WantedAnswer>,
  Fits<Inbox.NewMessage, Server.WriteAsOfficer>,
  Fits<Away.NewAbsence, Server.WantedAbsence>,
  Fits<Visits.VisitFacts, Server.WantedVisit>,
  Fits<Early.NewDecision, Server.WantedDecision>,
  Fits<Circle.Protected, Server.KeepProtectedFact['kind']>,
  Fits<Releases.Wanted, Server.WantedRelease>,
  Fits<Talk.NewMessage, Server.WriteOwn>,
  Fits<Records.RecordContent['monitoring'], Server.Monitoring>,
  Fits<Records.AttendanceRow, Server.AttendanceRow>,
];

/** The meeting on the phone of somebody who is in it: a carer, a social worker, the one who helps the child. */
import { usePartRoom } from '../drafts/use_live';
import { Page, ProblemNotice, type ScreenProps } from '../ui';
import { useFocusKept } from '../ui/live/focus_kept';
import { RoomView } from '../ui/live/RoomView';
import { t } from '../words';

export function InTheMeeting({ params }: ScreenProps) {
  const { reviewId = '', partId = '' } = params;
  const room = usePartRoom(reviewId, partId);
  const { told, problem } = room.shown.value;
  useFocusKept();
  return (
    <Page
      title={t('The meeting')}
      titleHidden={told !== null}
      back={{ to: '/', label: t('Start') }}
    >
      {told ? (
        <RoomView room={room} />
      ) : problem && problem.status !== 404 ? (
        <ProblemNotice problem={problem} />
      ) : (
        <p role="status">{t('The meeting has not begun yet. This page opens by itself.')}</p>
      )}
    </Page>
  );
}

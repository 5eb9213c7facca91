/** Reads a question aloud, where the device has a voice for the language. Nothing leaves the device. */
import { useEffect, useState } from 'preact/hooks';
import { language, t } from '../../words';
import { Button } from '../Button';
import { SpeakerPicture, StopPicture } from './pictures';

export function ReadAloud({ text }: { text: string }) {
  const voice = useVoice(language.value);
  const [speaking, setSpeaking] = useState(false);
  // Another text, or leaving the page, stops the voice.
  useEffect(
    () => () => {
      setSpeaking(false);
      speaker()?.cancel();
    },
    [text],
  );
  if (!voice) return null;

  function toggle() {
    speaker()?.cancel();
    if (speaking) return setSpeaking(false);
    const said = new SpeechSynthesisUtterance(text);
    said.voice = voice;
    said.lang = voice?.lang ?? language.value;
    said.rate = 0.92;
    said.onend = said.onerror = () => setSpeaking(false);
    setSpeaking(true);
    speaker()?.speak(said);
  }

  return (
    <Button class="read-aloud" onClick={toggle}>
      {speaking ? <StopPicture /> : <SpeakerPicture />}
      {speaking ? t('Stop') : t('Listen')}
    </Button>
  );
}

/** A voice for this language that works without internet if there is one; browsers tell of voices late. */
function useVoice(code: string): SpeechSynthesisVoice | null {
  const [voice, setVoice] = useState(() => find(code));
  useEffect(() => {
    const look = () => setVoice(find(code));
    look();
    speaker()?.addEventListener?.('voiceschanged', look);
    return () => speaker()?.removeEventListener?.('voiceschanged', look);
  }, [code]);
  return voice;
}

function find(code: string): SpeechSynthesisVoice | null {
  const wanted = code.split('-')[0];
  const fitting = (speaker()?.getVoices() ?? []).filter(
    voice => voice.lang.split(/[-_]/)[0]?.toLowerCase() === wanted,
  );
  const local = fitting.filter(voice => voice.localService); // a remote voice would send the words away
  return local.find(voice => /GB|UK/i.test(voice.lang)) ?? local[0] ?? null;
}

function speaker(): SpeechSynthesis | undefined {
  return globalThis.speechSynthesis;
}

/** Phrases that an officer writes often, in both languages. To a child "ti", to an adult "chi". */

export type Phrase = { en: string; cy: string };

/** `{day}` is the promised day, written in the phrase's own language. */
export const TO_A_CHILD: Phrase[] = [
  {
    en: 'Thank you for telling me. I will look into it and write by {day}.',
    cy: 'Diolch am ddweud wrtha i. Fe wna i edrych i mewn i’r peth a sgwennu atat ti erbyn {day}.',
  },
  {
    en: 'That sounds hard. I am glad that you told me.',
    cy: 'Mae hynny’n swnio’n anodd. Dw i’n falch dy fod ti wedi dweud wrtha i.',
  },
  {
    en: 'That is great news. Well done!',
    cy: 'Dyna newyddion gwych. Da iawn ti!',
  },
  {
    en: 'Are things happening as we agreed?',
    cy: 'Ydi pethau’n digwydd fel y gwnaethon ni gytuno?',
  },
  {
    en: 'How are things since your last review?',
    cy: 'Sut mae pethau ers dy adolygiad diwethaf?',
  },
  {
    en: 'Can you tell me a bit more about that?',
    cy: 'Fedri di ddweud ychydig mwy wrtha i am hynny?',
  },
  {
    en: 'Would you like me to come and see you, so that we can talk?',
    cy: 'Hoffet ti i mi ddod i dy weld di, i ni gael sgwrs?',
  },
  {
    en: 'May I tell your social worker about this? You can say no.',
    cy: 'Ga i ddweud wrth dy weithiwr cymdeithasol am hyn? Mi gei di ddweud na.',
  },
  {
    en: 'I have asked about it. I am waiting for an answer, and I will tell you what they say.',
    cy: 'Dw i wedi gofyn am hyn. Dw i’n aros am ateb, ac mi ddyweda i wrthat ti beth maen nhw’n ei ddweud.',
  },
  {
    en: 'Shall we talk about this at your review?',
    cy: 'Wyt ti eisiau i ni siarad am hyn yn dy adolygiad?',
  },
];

export const TO_AN_ADULT: Phrase[] = [
  {
    en: 'Thank you for your message. I will look into it and write by {day}.',
    cy: 'Diolch am eich neges. Byddaf yn edrych i mewn i’r mater ac yn ysgrifennu atoch erbyn {day}.',
  },
  {
    en: 'Thank you for letting me know.',
    cy: 'Diolch am roi gwybod i mi.',
  },
  {
    en: 'Are things happening as we agreed at the review?',
    cy: 'A yw pethau’n digwydd fel y cytunwyd yn yr adolygiad?',
  },
  {
    en: 'Can you tell me a bit more about that, please?',
    cy: 'Allwch chi ddweud ychydig mwy wrthyf am hynny, os gwelwch yn dda?',
  },
  {
    en: 'Could we speak on the phone? Tell me which times suit you.',
    cy: 'A gawn ni siarad ar y ffôn? Rhowch wybod pa amserau sy’n gyfleus i chi.',
  },
  {
    en: 'Please raise this with the social worker as well.',
    cy: 'Codwch hyn gyda’r gweithiwr cymdeithasol hefyd, os gwelwch yn dda.',
  },
  {
    en: 'The date and place of the review have not changed.',
    cy: 'Nid yw dyddiad na lleoliad yr adolygiad wedi newid.',
  },
  {
    en: 'I cannot share what others have told me, but I have heard you.',
    cy: 'Ni allaf rannu’r hyn y mae eraill wedi’i ddweud wrthyf, ond rwyf wedi clywed yr hyn a ddywedoch.',
  },
];

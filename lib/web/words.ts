import type { ProblemCode } from '../domain/problems';

const UNEXPECTED =
  'Something answered that this page does not understand. Try again; if it stays, tell us when it was.';
const PASSWORD_RULES = 'At least 12 characters, among them a small and a capital letter, a digit and a symbol.';
const ALTERED = 'What came is not what it was said to be. Fetch it again.';
const NO_ARCHIVE = 'This is no archive of this service, or it was changed since.';

/**
 * Every word of the page, apart from those that the tables of jurisdictions, features, consents and stores declare and the terms: what
 * a translation has to translate. A sentence with something in it is a function.
 *
 * What a home says of a problem is for whoever writes programs: a person is told by its code, in the words here.
 */
export const WORDS = {
  language: 'en',
  brand: 'domicile',
  skip: 'To the content',
  navigation: 'Parts of this page',
  menu: 'Menu',
  thisHome: (name: string, location: string) => `${name}: data rests in ${location}.`,
  noScript:
    'This page talks to the home of your data by a script of its own, which your browser does not run. Without it you can still read where your data would rest.',
  transparency: 'What this home keeps, where, how long, and who reads it',
  failed: 'That did not work',
  again: 'Try again',
  required: 'This is needed.',
  yes: 'Yes',
  no: 'No',
  copy: 'Copy',
  copied: 'Copied.',
  signedOut: 'Your session has ended, as it does after some minutes. Sign in to go on.',
  unreachable: 'The home did not answer. Nothing is lost; try again.',
  unexpected: UNEXPECTED,
  tooMany: 'Too many requests at once. Wait a moment and try again.',

  problems: {
    invalid_request: 'Something that you entered cannot be used.',
    malformed_json: UNEXPECTED,
    unknown_country: 'There is no such country.',
    password_rejected: `This password is too weak. ${PASSWORD_RULES}`,
    confirmation_refused: 'The code is wrong or no longer valid, or it was used already.',
    sign_in_refused: 'This does not belong to a confirmed registration here, or the password is wrong.',
    unauthenticated: 'Your session has ended. Sign in to go on.',
    served_elsewhere: 'People who live there are served by another service.',
    feature_unavailable: 'This is off at your home.',
    terms_not_accepted: 'Read and accept the terms first.',
    not_found: UNEXPECTED,
    no_such_log: 'There is no such conversation, or it is shut to you.',
    no_such_reader: 'Nobody reads it by this key any more.',
    no_such_media: 'This picture or file is not there.',
    no_such_export: 'This archive is not there any more. You can make another.',
    no_such_import: 'This move is not known here any more. Bring the archive again.',
    method_not_allowed: UNEXPECTED,
    terms_not_in_force: 'There are newer terms. Read them, and accept those.',
    history_full: 'No more changes of consents can be recorded. You can always withdraw.',
    idempotency_key_reused: UNEXPECTED,
    archive_missing: 'The archive has not arrived. Bring it again.',
    limit_reached: 'The home keeps no more of this of one person, or takes no more of it today.',
    erased: 'Nothing is kept of you any more, and nothing can be written.',
    profile_changed: 'It was changed in the meantime, perhaps on another device. Look at it again.',
    body_too_large: 'This is too large.',
    unsupported_media_type: UNEXPECTED,
    other_jurisdiction: 'People who live there belong to another home. Nothing of this was kept.',
    residence_unconfirmed:
      'You were not registered, and nothing of this was kept. Choose the country in which you live, or correct the phone number.',
    too_many_requests: 'Too many attempts. Wait a while before the next.',
    internal_error: 'Something went wrong at the home. Try again; if it stays, tell us when it was.',
  } satisfies Readonly<Record<ProblemCode, string>> as Readonly<Partial<Record<string, string>>>,

  /** What is said beside a field, by its name, of whose content a home takes nothing. */
  wrong: {
    email: 'This is no e-mail address.',
    password: `This cannot be a password. ${PASSWORD_RULES}`,
    code: 'The code has six digits.',
    identifier: 'This is neither an e-mail address nor the number of a registration.',
    displayName: 'A name has at most 64 characters, one of which can be seen, and none that turns text around.',
    text: 'A message has to have something to be seen, and nothing that turns text around; and it can be too long.',
    days: 'This is a whole number of days between those that are named.',
  } as Readonly<Partial<Record<string, string>>>,

  /** What this device says itself, by the code of the error. */
  errors: {
    UploadRefused: 'It was not taken. Try again.',
    DownloadRefused: 'It could not be fetched. Try again.',
    DownloadCutOff: 'Only a part of it came. Fetch it again.',
    ContentAltered: ALTERED,
    NotAnArchive: NO_ARCHIVE,
    ArchiveTooLarge: 'This archive is larger than any of this service.',
    UnknownFormatVersion: 'This archive is of a newer form than this home knows.',
    ArchiveMissing: 'The archive is not there any more. Bring it again.',
    ImportDiffers: 'What has arrived is not what the archive has. Bring it again.',
    AlreadyHere: 'Some of it is here already, from another archive.',
    LimitReached: 'There is no room for all of it beside what is here already.',
    NotFromElsewhere: 'This archive is not from another home.',
    Erased: 'You were erased here.',
    ImportInterrupted: 'It was interrupted. Bring the archive again.',
  } as Readonly<Partial<Record<string, string>>>,
  badArchive: NO_ARCHIVE,

  views: {
    start: 'Where do you live?',
    register: 'Register',
    confirm: 'Confirm your registration',
    signIn: 'Sign in',
    terms: 'The terms',
    where: 'Where your data is',
    profile: 'Your profile',
    consents: 'What you agree to',
    conversations: 'Conversations',
    conversation: 'Conversation',
    read: 'Somebody lets you read',
    export: 'Take everything with you',
    move: 'Move to another home',
    erase: 'Be forgotten',
    receipt: 'Receipt of an erasure',
    device: 'On this device',
  },

  start: {
    introduction:
      'Where you live decides where your data rests and which law protects it. Choose your country, and see it before you register. Nothing is sent for that.',
    country: 'Country in which you live',
    choose: 'Choose a country',
    rests: 'Your data would rest here',
    columns: {
      home: 'Home',
      region: 'AWS region',
      location: 'Where that is',
      law: 'Law',
      controller: 'Who decides about your data',
      contact: 'Whom to ask',
      terms: 'Terms in force',
    },
    readTerms: 'Read the terms',
    features: 'What you can use there',
    feature: { on: 'on', off: 'off', limited: 'limited' },
    register: 'Register here',
    haveAccount: 'I am registered here',
    elsewhere: 'This is another home than the one whose page you see. You register there.',
    goThere: (name: string) => `Go to that home: ${name}`,
    leadsTo: (host: string) => `This leads to ${host}.`,
    notKnown:
      'This device does not know the address of that home, and no home knows that of another. Whoever told you about the service can tell you.',
    address: 'Address of that home',
    addressHint: 'It begins with https://',
    keepAddress: 'Keep this address on the device',
    noSuchAddress: 'No home of that jurisdiction can have this address.',
    refused: 'Not here',
  },

  register: {
    introduction: (country: string, name: string) => `Country: ${country}. Your data will rest here: ${name}.`,
    email: 'E-mail address',
    emailHint: 'You get a code there, and can sign in with it.',
    password: 'Password',
    passwordHint: PASSWORD_RULES,
    phone: 'Phone number',
    phoneHint:
      'You may leave this out. Begin with + and the code of the country. The number stays on this device: only its country is sent, to notice when it is another than the one you live in.',
    submit: 'Register',
    question: 'Please tell us',
    asked: (country: string, ofPhone: string) =>
      `Country that you chose: ${country}. Country of your phone: ${ofPhone}. Do you live in the country that you chose?`,
  },

  confirm: {
    introduction: 'A code was sent to your e-mail address.',
    code: 'Code',
    submit: 'Confirm',
  },

  signIn: {
    identifier: 'E-mail address, or the number of your registration',
    password: 'Password',
    submit: 'Sign in',
    signOut: 'Sign out',
  },

  terms: {
    introduction:
      'You can use the service when you have accepted these terms. Before that you can take your data with you, and be forgotten.',
    version: (version: string) => `Version ${version}`,
    accept: 'I accept these terms',
  },

  where: {
    introduction: 'All that is kept of you rests in one place, and nowhere else.',
    map: (location: string) =>
      `A map of the world with one mark, at the place of your data: ${location}. The table below says the same.`,
    ofYou: 'What is kept of you',
    ofNobody: 'What else is kept here',
    columns: {
      store: 'Store',
      holds: 'What it holds',
      encryption: 'Key',
      howLong: 'How long',
      legalBasis: 'Legal basis',
      readers: 'Who reads it',
      yours: 'When you take it away, have it erased, or move',
      no: 'Why it relates to nobody',
    },
  },

  profile: {
    displayName: 'Your name, as those see it to whom you write',
    submit: 'Save',
    saved: 'Saved.',
    changed: (when: string) => `Last changed ${when}.`,
  },

  consents: {
    introduction: 'None of this is needed to use the service. You can withdraw at any time, as easily as you agree.',
    given: (when: string) => `You agreed ${when}.`,
    notGiven: 'You have not agreed.',
    withdrawn: (when: string) => `You withdrew ${when}.`,
    give: 'Agree',
    withdraw: 'Withdraw',
    about: (label: string, text: string) => `${label}: ${text}`,
    history: 'What you said so far',
    acceptances: 'Terms that you accepted',
    columns: { purpose: 'What', change: 'What you said', version: 'Wording of', at: 'When', language: 'Language' },
    change: { given: 'agreed', withdrawn: 'withdrew' },
    purpose: { productNews: 'News by mail', usageStatistics: 'Statistics of use' },
  },

  export: {
    introduction:
      'You get one archive with everything of yours from every store, in a form that people and machines read. It can be downloaded for a day, and is then removed.',
    start: 'Make the archive',
    look: 'Look whether it is ready',
    running: 'It is being collected …',
    ready: (until: string) => `It is ready, until ${until}.`,
    gone: 'It was removed, as promised. You can make another.',
    failed: 'It could not be made. You can make another.',
    fetch: 'Fetch and check it',
    checked: (bytes: string, logs: number, messages: number, media: number) =>
      `All of it is what the home says that it is: ${bytes}. Messages: ${messages}; conversations: ${logs}; pictures and files: ${media}.`,
    save: 'Save the archive',
    again: 'Make a new archive',
  },

  move: {
    introduction:
      'Homes do not talk to each other: what moves is carried by you. A new phone number moves nothing; living elsewhere can.',
    steps: [
      'Here: take everything with you, and save the archive.',
      'At your new home: register, accept its terms, and bring the archive.',
      'The new home compares all of it and gives you a receipt. Save it.',
      'Here again: show the receipt, and be forgotten here.',
    ],
    toExport: 'Take everything with you',
    toNewHome: 'Other homes that this device knows',
    bring: 'You are new here: bring your archive',
    archive: 'Archive from your old home',
    archiveHint: 'A file that ends in .zip. It is checked on this device before anything is sent.',
    submit: 'Check it and bring it here',
    running: 'It is taken in and compared …',
    failed: (why: string) => `Nothing of it was taken in. ${why}`,
    differs: 'The receipt of this home does not fit the archive. Keep your old home, and tell us.',
    done: (messages: number, logs: number, media: number) =>
      `All of it is here, compared record by record. Messages: ${messages}; conversations: ${logs}; pictures and files: ${media}.`,
    saveReceipt: 'Save the receipt',
    leave: 'You have moved away: show your receipt',
    receipt: 'Receipt of your new home',
    receiptHint: 'A file that ends in .json.',
    show: 'Compare it with the archive',
    noReceipt: 'This is no receipt of a move.',
    otherReceipt: 'This receipt is for another archive than the one that you fetched here.',
    wroteSince:
      'Something was written here after you fetched the archive, and would be lost. Take everything with you again, and bring that archive.',
    notCompared:
      'What you have written here cannot be counted until you accept the terms in force. Whatever you wrote after you fetched the archive is not at your new home.',
    fits: (name: string) =>
      `It fits: everything that you fetched here is at your new home, ${name}. You can be forgotten here.`,
    toErase: 'Be forgotten here',
  },

  erase: {
    introduction:
      'Everything of you is removed from every store, and your key is destroyed: what is in backups cannot be read any more after seven days. There is no way back.',
    first: 'You may want to take everything with you first.',
    understand: 'I understand that nobody can bring this back.',
    submit: 'Erase everything of me',
  },

  receipt: {
    introduction:
      'This names nobody. It is all that is left, and it is kept on this device: you can save it elsewhere too.',
    save: 'Save the receipt',
    state: { running: 'under way', done: 'done: every store is empty' },
    columns: {
      number: 'Number',
      home: 'Home',
      state: 'Erasure',
      requestedAt: 'Asked for',
      completedAt: 'Every store empty',
      finalAt: 'Final',
    },
    notYet: 'not yet',
  },

  conversations: {
    introduction:
      'A conversation is two halves. Yours rests in your home, the other one in theirs, and each lets the other read by a key that you hand over yourselves.',
    name: 'A name for it, which stays on this device',
    start: 'Start a conversation',
    own: 'Your conversations',
    none: 'None yet.',
    unnamed: (when: string) => `Conversation of ${when}`,
    messages: (count: number) => (count === 1 ? '1 message of yours' : `${count} messages of yours`),
    back: 'All conversations',
    log: 'Messages',
    you: 'You',
    other: 'The other',
    nothing: 'Nothing was written yet.',
    text: 'Message',
    file: 'Picture or PDF, at most 5 MB',
    tooBig: 'Only pictures (JPEG, PNG, WebP) and PDF of at most 5 MB can be sent.',
    send: 'Send',
    refresh: 'Look for new messages',
    download: (type: string, size: string) => `Fetch ${type}, ${size}`,
    save: (type: string) => `Save ${type}`,
    letRead: 'Let somebody read your half',
    days: 'For how many days',
    invite: 'Make a key',
    invitation: 'Send this to them, by a way that you trust. Whoever has it can read your half. It is not shown again.',
    readers: 'Who can read your half',
    reader: (until: string) => `a key, until ${until}`,
    revoke: 'Take back',
    readOther: 'Read the other half',
    paste: 'What the other sent you',
    pasteHint: 'An address with a key in it. It stays on this device.',
    keep: 'Keep it on this device',
    noInvitation: 'This is no invitation to read. Paste all of what you were sent.',
    shut: 'The other half cannot be read: its key was taken back, or has expired.',
    forgetOther: 'Forget the other half',
  },

  read: {
    introduction:
      'You need not register to read this. What you see comes from the home of whoever wrote it, and it does not learn who you are.',
    answer:
      'To answer, register at your own home, start a conversation, and paste the address that you were sent there.',
  },

  device: {
    introduction:
      'This is kept in this browser, and in no home: addresses of other homes, keys to what others let you read, names of your conversations, numbers of receipts.',
    homes: 'Addresses of other homes',
    columns: { home: 'Home', address: 'Address' },
    here: 'this one',
    unknown: 'not known',
    keep: 'Keep',
    forget: 'Forget all of it',
    forgotten: 'This device knows nothing any more.',
    number: (personId: string) => `The number of your registration here is ${personId}.`,
  },
} as const;

/** A point in time as people read it, in their own time zone. */
export function moment(at: string): string {
  return new Intl.DateTimeFormat(WORDS.language, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(at));
}

/** How much something is, as people read it. */
export function amount(bytes: number): string {
  const [number, unit] = bytes < 1e6 ? [bytes / 1e3, 'kilobyte'] : [bytes / 1e6, 'megabyte'];
  return new Intl.NumberFormat(WORDS.language, { style: 'unit', unit, maximumFractionDigits: 1 }).format(number);
}

export const CHANNELS = [
  'phone',
  'on-site',
  'in-person',
  'chat',
  'email',
  'ticket',
  'social',
  'sms',
  'video',
  'mail',
  'other',
] as const

export const DISPOSITIONS = [
  'resolved',
  'workaround',
  'pending-customer',
  'pending-us',
  'visit-scheduled',
  'transferred',
  'escalated',
  'unresolved',
  'no-contact',
] as const

export const BASES = ['said-it', 'tone-or-face', 'survey', 'guess'] as const

export const FOLLOW_UP_STATUSES = ['not-needed', 'planned', 'done', 'cancelled'] as const

export const HANDOFF_REASONS = [
  'skill',
  'authority',
  'policy',
  'time',
  'parts',
  'language',
  'customer-asked',
  'felt-unpleasant',
  'other',
] as const

export const DIRECTIONS = ['inbound', 'outbound'] as const

export const MOMENTS = [
  'repair',
  'setup',
  'complaint',
  'return',
  'purchase',
  'find',
  'serve',
  'billing',
  'lost-item',
  'check-in',
  'other',
] as const

export const STAGES = ['pre-sale', 'post-sale'] as const

export const LOADS = ['quiet', 'normal', 'slammed'] as const

export const PRIOR_CHANNELS = [
  'phone',
  'ivr',
  'chatbot',
  'website-search',
  'website-buy',
  'self-help',
  'web-form',
  'social',
  'email',
  'ticket',
  'visit',
  'in-person',
  'other',
] as const

/** The prior channels in which a customer met a machine before a person. */
export const MACHINE_CHANNELS = [
  'ivr',
  'chatbot',
  'website-search',
  'website-buy',
  'web-form',
  'self-help',
] as const satisfies readonly (typeof PRIOR_CHANNELS)[number][]

export const RESTORED = ['yes', 'partly', 'no'] as const

export const RELATIONSHIPS = ['at-risk', 'mended', 'steady', 'stronger'] as const

export const LOYALTY_SIGNS = [
  'came-back',
  'recommended-us',
  'asked-for-me',
  'thanked',
  'threatened-to-leave',
  'left',
] as const

export const BEHAVIOURS = [
  'caring',
  'polite',
  'respectful',
  'understanding',
  'patient',
  'responsive',
  'built-trust',
  'interested',
  'acknowledged-feelings',
  'empathetic',
] as const

export const EXTRA_STEPS = [
  'stayed-on',
  'verified-fix',
  'guided-steps',
  'gave-advice',
  'offered-backstop',
  'reached-out-first',
  'prevented-next-problem',
  'personal-touch',
  'told-the-story-back',
  'small-gift',
  'other',
] as const

export const BLOCKERS = [
  'authority',
  'policy',
  'time',
  'staffing',
  'tools',
  'parts',
  'information',
  'system',
  'skill',
  'no-incentive',
  'handover-lost',
  'other',
] as const

export const STORY_SHARES = ['private', 'coach', 'team'] as const

export const RECOGNITION_DIRECTIONS = ['given', 'received'] as const

export const DISPLAYS = ['natural', 'effortful', 'put-on'] as const

export const WORK_DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const

/** What holds where the settings say nothing. */
export const DEFAULT_REP = 'me'
export const DEFAULT_WORK_DAYS = ['mon', 'tue', 'wed', 'thu', 'fri'] as const

export type Channel = (typeof CHANNELS)[number]
export type Disposition = (typeof DISPOSITIONS)[number]
export type Blocker = (typeof BLOCKERS)[number]
export type Moment = (typeof MOMENTS)[number]

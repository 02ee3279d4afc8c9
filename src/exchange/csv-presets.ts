import type { Channel, Disposition } from '../model/vocabulary.ts'

/** How one field is read off a ticket system's CSV. */
export interface PresetColumn {
  readonly field: string
  /** The names the column goes by, the commonest first. */
  readonly columns: readonly string[]
  readonly required?: true
  /** What the system's own words mean here, in lower case. */
  readonly words?: ReadonlyMap<string, string>
  /** Makes of the cell what the field takes. */
  readonly tidy?: (cell: string) => string
}

export type Preset = readonly PresetColumn[]

const channels = (words: Record<string, Channel>) => new Map(Object.entries(words))
const endings = (words: Record<string, Disposition>) => new Map(Object.entries(words))

/** Zendesk's ticket export and its view export. Its tags have no spaces, so that the export puts spaces between them. */
const zendesk: Preset = [
  { field: 'customer', columns: ['Requester'], required: true },
  { field: 'at', columns: ['Created at', 'Requested'], required: true },
  { field: 'summary', columns: ['Subject'], required: true },
  { field: 'contact.caseRef', columns: ['Id', 'Ticket ID'] },
  {
    field: 'tags',
    columns: ['Tags'],
    tidy: (cell) =>
      cell
        .trim()
        .split(/[\s,;]+/)
        .join(';'),
  },
  {
    field: 'disposition',
    columns: ['Status', 'Ticket status'],
    words: endings({
      new: 'pending-us',
      open: 'pending-us',
      pending: 'pending-customer',
      hold: 'pending-us',
      'on-hold': 'pending-us',
      solved: 'resolved',
      closed: 'resolved',
    }),
  },
  {
    field: 'channel',
    columns: ['Via', 'Channel'],
    words: channels({
      mail: 'email',
      email: 'email',
      web: 'ticket',
      'web form': 'ticket',
      'web service': 'ticket',
      api: 'ticket',
      chat: 'chat',
      messaging: 'chat',
      voice: 'phone',
      phone: 'phone',
      'phone call (inbound)': 'phone',
      'phone call (outbound)': 'phone',
      voicemail: 'phone',
      sms: 'sms',
      text: 'sms',
      twitter: 'social',
      facebook: 'social',
    }),
  },
]

/** HubSpot's ticket export. Its contact cell is `Name (address)`, several with semicolons: the first name is taken. */
const hubspot: Preset = [
  {
    field: 'customer',
    columns: ['Associated Contact', 'Associated Contacts'],
    tidy: (cell) => (cell.split(';', 1)[0] ?? '').replace(/\s*\([^()]*@[^()]*\)/g, '').trim(),
  },
  { field: 'at', columns: ['Create date'], required: true },
  { field: 'summary', columns: ['Ticket name'], required: true },
  { field: 'contact.caseRef', columns: ['Ticket ID', 'Record ID'] },
  {
    field: 'disposition',
    columns: ['Ticket status'],
    words: endings({
      new: 'pending-us',
      'waiting on contact': 'pending-customer',
      'waiting on us': 'pending-us',
      closed: 'resolved',
    }),
  },
  {
    field: 'channel',
    columns: ['Source'],
    words: channels({ form: 'ticket', 'customer portal': 'ticket', calling: 'phone' }),
  },
]

/** The ticket systems whose CSV is known by its columns. */
export const PRESETS: ReadonlyMap<string, Preset> = new Map([
  ['zendesk', zendesk],
  ['hubspot', hubspot],
])

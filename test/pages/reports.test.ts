import { describe, expect, it } from 'vitest'
import type { Entry } from '../../src/model/entry.ts'
import { renderText } from '../../src/render/text.ts'
import { anEntry } from '../helpers.ts'
import { everyPage, fortnights } from '../render/every-page.ts'
import { aFrame } from '../render/frame.ts'
import { RICH } from './rich.ts'

const text = (name: string, entries: readonly Entry[], customer?: string) => {
  const page = everyPage(entries, customer).get(name)
  if (!page) throw new Error(`no page of ${name}`)
  return renderText(page, aFrame())
}

describe('in the terminal, over seven contacts', () => {
  it('the month', () =>
    expect(text('month', RICH)).toMatchInlineSnapshot(`
    "November 2026, so far
    "Leave every home a little easier to live in than we found it"

    First
      1 person left unhappy with nothing planned: toll-house (9 Nov, not solved)
                                                                afterword later toll
      Follow-ups due 2: 1 of 2 on time, 1 overdue: lantern-street, text when the
        crew leaves (due 17 Nov)                              afterword done lantern

    How people left               feelings are as you read them; 1 of 6 were guesses
      Arrived unhappy 4: left well 3 of 4
      Arrived fine 2: left unhappy 0 of 2
      Left well, everyone: 5 of 6
      They arrived neutral 2, angry 1, frustrated 1
        they left angry 1, relieved 1, reassured 1
      People who arrive upset have only one way to go.

    Week by week
      No clear trend: it takes 10 finished weeks of 5 contacts or more.

    By channel
               Contacts  Arrived unhappy, left well
      phone    5         few
      on site  1         few
      chat     1         few

    By moment
                Contacts  Arrived unhappy, left well
      repair    2         few
      setup     1         few
      billing   1         few
      check in  1         few

    What goes with leaving well
      Nothing stands out beyond chance.

    As you meant them to leave
                 Left so  Meant
      repair     few      relieved, reassured, grateful
      setup      few      satisfied, trusting, happy
      complaint  few      understood, respected

    What it took them
      Before they reached you   1 of 2 had tried before; tries median 1.5 (0-3,
                                n=2); 1 of 1 met a machine
      First contact             1 of 2 put right at once; 5 where it was not asked
      How easy for them         hard 1, rather easy 1; median 3.5 (2-5, n=2), where
                                1 is hard and 7 easy

    By what they met first
               Contacts  Arrived unhappy
      machine  1         few
      nobody   1         few

    Small extra steps   noted in 1 of 7, median 6 min (6-6, n=1)
    In the way          policy 2 (1 customer), authority 1 (1)
                        would have done: lift it on the call
    Authority needed    not had 1 of 1
    Stories             灯籠通り: A cheese for a cable
                        lantern-street: Rang as promised; the line holds
    To thank            deck-jo                        afterword thank deck-jo "..."
    Worth noticing      1 person left unhappy with nothing planned. 1 follow-up is
                        overdue. Once a rule stood in the way of work that touched
                        why you do it.

    What would have helped
      toll-house: Leave to lift a fine under forty

    Why you do it                                      still true? afterword purpose
      It touched why   not at all 0, a little 1, much 1, wholly 2; much or wholly 3
                       of 4
      Of those         a rule stood in the way 1 time
      Your sentence    my gran waited three weeks for a telephone, and I still hear
                       how quiet her hall was                        since Mon 2 Nov

    "few" is fewer than five
    Logged on 5 of 8 work days · 4 of 7 written more than a day later
    you chose what to log
    Close the week: afterword review
    "
  `))
  it('feelings', () =>
    expect(text('feelings', RICH)).toMatchInlineSnapshot(`
    "Feelings
    7 contacts

    How people left               feelings are as you read them; 1 of 6 were guesses
      Arrived unhappy 4: left well 3 of 4 · still unhappy 1 of 4
      Arrived fine 2: left unhappy 0 of 2
      Left well, everyone: 5 of 6
      They arrived neutral 2, angry 1, frustrated 1
        they left angry 1, relieved 1, reassured 1
      People who arrive upset have only one way to go.

    Change of feeling (-4 to +4)
      arrived unhappy  few
      arrived neither  few

    Beside it
      How it ended        resolved 4, visit scheduled 1, not solved 1, no contact 1
      How easy for them   hard 1, rather easy 1; median 3.5 (2-5, n=2), where 1 is
                          hard and 7 easy

    By channel
               Contacts  Arrived unhappy, left well
      phone    5         few
      on site  1         few
      chat     1         few

    By moment
                Contacts  Arrived unhappy, left well
      repair    2         few
      setup     1         few
      billing   1         few
      check in  1         few

    By how busy it was
               Contacts  Arrived unhappy, left well
      slammed  1         few

    By what they met first
               Contacts  Arrived unhappy, left well
      machine  1         few
      nobody   1         few

    What goes with leaving well
      Nothing stands out beyond chance.

    "few" is fewer than five
    You chose what to log.
    "
  `))
  it('stories', () =>
    expect(text('stories', RICH)).toMatchInlineSnapshot(`
    "Stories
    7 contacts

    Worth telling
      A cheese for a cable                                      灯籠通り, Tue 10 Nov
        Cable along the milking rail
        In their words: "You have earned a cheese."
        Worth copying: Try what they live on
        for the team
      Rang as promised; the line holds                    lantern-street, Wed 11 Nov
        In their words: "You rang."
        Worth copying: Ring, even with nothing new

    Seen and thanked
      Thanks          0 given, 1 received, 1 in public, the last received 3 days ago
      To thank        deck-jo                          afterword thank deck-jo "..."
      Borrowed from   deck-jo: 1 practice taken over
    "
  `))
  it('blockers', () =>
    expect(text('blockers', RICH)).toMatchInlineSnapshot(`
      "In the way
      7 contacts

      What stood in the way
                   Contacts  Customers  Left unhappy
        policy     2         1          1 of 2
        authority  1         1          1 of 1

      What goes with leaving unhappy
        Nothing stands out beyond chance.

      Authority
        Authority needed: not had 1 of 1
        What you would have done:
          toll-house: lift it on the call

      Rules that were named
        toll-house: Only the desk may lift a fine

      What would have helped
        toll-house: Leave to lift a fine under forty

      A rule against what the work is for
        toll-house: Fined for a box he had sent back                         Mon 9 Nov

      What a machine should have done
        toll-house: Show the date of the parcel slip
      "
    `))
  it('purpose', () =>
    expect(text('purpose', RICH)).toMatchInlineSnapshot(`
    "Why you do it · "Leave every home a little easier to live in than we found it"
    7 contacts

    Your sentence   my gran waited three weeks for a telephone, and I still hear how
                    quiet her hall was                               since Mon 2 Nov

    What the work touched
      It touched why   not at all 0, a little 1, much 1, wholly 2; much or wholly 3
                       of 4
      Of those         a rule stood in the way 1 time
      Values shown     plain words 1 of 1
      Common ground    named in 1 of 7

    What was at stake for them
      lantern-street: Her shop takes cards only
      toll-house: The rent
      lantern-street: The market on Saturday

    When a rule stood in the way
      toll-house: Fined for a box he had sent back                         Mon 9 Nov

    Change of feeling (-4 to +4)                              both ratings are yours
      arrived unhappy   touched it few; did not few: too few to compare
      arrived neither   touched it few; did not few: too few to compare
      People who arrive upset have only one way to go.

    "few" is fewer than five
    Not at all is an answer like any other.
    "
  `))
  it('the calendar', () =>
    expect(text('calendar', RICH)).toMatchInlineSnapshot(`
      "Calendar, 9-18 Nov
      7 contacts · written in 1 of 2 weeks
      A small extra step in 1 of 1 recent week

      How people left, and how many
                   Mon   Tue   Wed   Thu  Fri  Sat  Sun
        9-15 Nov   -- 2  ++ 1  ++ 1  + 2  + 1  ·    ·
        16-22 Nov  ·     ·     ·
        ++ very well, + well, o neither, - unhappy, -- very unhappy, ? not known:
          the middle of the day
      "
    `))
  it('a customer', () =>
    expect(text('customer', RICH, 'lantern-street')).toMatchInlineSnapshot(`
    "lantern-street

    Before the next call
      Last time      Fri 13 Nov, anxious -> reassured, visit scheduled: Noise at
                     dusk again; the crew comes with a new box
      Open           text when the crew leaves (due Tue 17 Nov, 1 day over)
                                                              afterword done lantern
      At stake       The market on Saturday                               Fri 13 Nov
      Their words    You rang.                                            Wed 11 Nov
      Relationship   mended                                               Wed 11 Nov

    From the beginning                                                    3 contacts
      Tried        3 tries before they first reached you (ivr, chatbot)
      Follow-ups   2 in all, 1 on time, 1 overdue
      Mon 9 Nov, phone, repair: frustrated -> relieved, resolved
        No tone on the line since the storm; found the wet splitter
        promised for Wed 11 Nov: kept on time; relationship: at risk
      Wed 11 Nov, phone, check in: neutral -> grateful, resolved        2 days later
        Rang as promised; the line holds
        relationship: mended
      Fri 13 Nov, phone, repair: anxious -> reassured, visit scheduled  2 days later
        Noise at dusk again; the crew comes with a new box
        follow-up for Tue 17 Nov: overdue
    "
  `))
})

describe('over the made-up fortnight', () => {
  it('the month', () =>
    expect(text('month', fortnights(1))).toMatchInlineSnapshot(`
    "November 2026, so far
    "Leave every home a little easier to live in than we found it"

    First
      1 person left unhappy with nothing planned: grey-hat (12 Nov, not solved)
                                                                afterword later grey
      Follow-ups due 16: 67 % (8 of 12; likely 39-86 %) on time, 3 late, 1
        overdue, 4 still to come: glass-house, Send a drawing of where the relay
        goes (promised, due 13 Nov)                             afterword done glass
      Passed on 4: 2 looked back at, 2 not yet; the oldest since 10 Nov

    How people left              feelings are as you read them; 4 of 34 were guesses
      Arrived unhappy 27: left well 63 % (17 of 27; likely 44-78 %)
      Arrived fine 7: left unhappy 1 of 7
      Left well, everyone: 68 % (23 of 34; likely 51-81 %)
      They arrived neutral 6, inconvenienced 5, angry 4
        they left relieved 5, grateful 5, upset 3
      People who arrive upset have only one way to go.

    Week by week
      No clear trend: it takes 10 finished weeks of 5 contacts or more.

    By channel
               Contacts  Arrived unhappy, left well
      phone    13        30 % (3 of 10; likely 11-60 %)
      on site  15        82 % (9 of 11; likely 52-95 %)
      chat     5         4 of 5
      email    3         few

    By moment
                 Contacts  Arrived unhappy, left well
      repair     16        69 % (9 of 13; likely 42-87 %)
      setup      8         6 of 6
      complaint  4         few
      purchase   2         few
      billing    3         few
      check in   2         few
      other      1         few

    What goes with leaving well
      Arrived unhappy, left well: lower with channel phone, 3 of 10 against 14 of
        17 elsewhere.

    As you meant them to leave
                 Left so  Meant
      repair     9 of 16  relieved, reassured, grateful
      setup      3 of 7   satisfied, trusting, happy
      complaint  few      understood, respected

    What it took them
      Before they reached you   17 of 23 had tried before; tries median 1 (0-5,
                                middle half 0.5-2, n=23); 9 of 14 met a machine
      First contact             4 of 23 put right at once; 13 where it was not asked
      How easy for them         hard 1; median 2 (2-2, n=1), where 1 is hard and 7
                                easy

    By what they met first
               Contacts  Arrived unhappy
      machine  9         9 of 9
      person   5         5 of 5
      nobody   6         3 of 6

    What landed, in your words
      "He went quiet and kind when I asked to see the mare first"
      "Her shoulders came down in the second piece, not when the meter was fine"

    Small extra steps   noted in 18 of 36, median 7 min (2-20, n=17)
    In the way          authority 3 (3 customers), policy 3 (3), information 3 (2),
                        time 1 (1), staffing 1 (1)
                        would have done: Lift the fine as soon as he read me the
                        date on the slip; Close it by hand today and write him one
                        last, decent letter
    Authority needed    not had 3 of 3
    Stories             goat-shed: The first sale was my sandwich
                        hill-farm: The mare goes to the vet by wire
                        violin-stairs: A lesson on the stairs
    To thank            digger-sund                afterword thank digger-sund "..."
    Worth noticing      1 person left unhappy with nothing planned. 1 promise is
                        overdue. 2 hand-offs were not looked back at.

    What would have helped
      two-letters: Leave to take back a bill of our own making, up to one month
      door-27: Read-only sight of the plan for full street boxes
      hill-farm: A small digger we can book the same week
      toll-house: Leave to lift a fine when the parcel slip is in hand
      grey-hat: One person who may close an account when somebody has died

    Why you do it                                      still true? afterword purpose
      It touched why   not at all 1, a little 3, much 8, wholly 6; much or wholly 14
                       of 18
      Of those         a rule stood in the way 2 times
      Your sentence    my gran waited three weeks for a telephone, and I still hear
                       how quiet her hall was                        since Mon 2 Nov

    "few" is fewer than five
    "likely" is the 95 % range: the fewer the contacts, the wider it is
    Logged on 12 of 13 work days · 2 of 36 written more than a day later
    you chose what to log
    Close the week: afterword review
    "
  `))
  it('feelings', () =>
    expect(text('feelings', fortnights(1))).toMatchInlineSnapshot(`
    "Feelings
    36 contacts

    How people left              feelings are as you read them; 4 of 34 were guesses
      Arrived unhappy 27: left well 63 % (17 of 27; likely 44-78 %)
        still unhappy 7 of 27
      Arrived fine 7: left unhappy 1 of 7
      Left well, everyone: 68 % (23 of 34; likely 51-81 %)
      They arrived neutral 6, inconvenienced 5, angry 4
        they left relieved 5, grateful 5, upset 3
      People who arrive upset have only one way to go.

    Change of feeling (-4 to +4)
      arrived unhappy  +2 (likely +1.4 to +2.5, n=27)
      arrived neither  median +1 (n=6)
      arrived well     few

    Beside it
      How it ended        resolved 18, workaround 3, waiting on us 4, visit
                          scheduled 4, passed on 3, escalated 1, not solved 1, no
                          contact 2
      How easy for them   hard 1; median 2 (2-2, n=1), where 1 is hard and 7 easy

    From where to where                                      arrived as, and left as
      Anger                Anger 4, Let down 1, Flat 2, Relief & trust 1, Delight 1
      Worry & pressure     Relief & trust 4, Delight 2
      Let down             Let down 2, Flat 1, Recognised 1
      Effort & confusion   Relief & trust 1, Satisfied 1, Recognised 2, Delight 4
      Flat                 Let down 1, Relief & trust 1, Satisfied 2, Recognised 1,
                           Delight 1
      Delight              Delight 1

    By channel
               Contacts  Arrived unhappy, left well
      phone    13        30 % (3 of 10; likely 11-60 %)
      on site  15        82 % (9 of 11; likely 52-95 %)
      chat     5         4 of 5
      email    3         few

    By moment
                 Contacts  Arrived unhappy, left well
      repair     16        69 % (9 of 13; likely 42-87 %)
      setup      8         6 of 6
      complaint  4         few
      purchase   2         few
      billing    3         few
      check in   2         few
      other      1         few

    By how busy it was
               Contacts  Arrived unhappy, left well
      normal   1         few
      slammed  3         few

    By what they met first
               Contacts  Arrived unhappy, left well
      machine  9         5 of 9
      person   5         1 of 5
      nobody   6         few

    What goes with leaving well
      Arrived unhappy, left well: lower with channel phone, 3 of 10 against 14 of
        17 elsewhere.

    "few" is fewer than five
    "likely" is the 95 % range: the fewer the contacts, the wider it is
    You chose what to log.
    "
  `))
})

const unread = { felt: { before: 'unknown', after: 'unknown' } } as const

describe('over next to nothing', () => {
  const NAMES = ['month', 'feelings', 'stories', 'blockers', 'purpose', 'calendar'] as const

  const all = (entries: readonly Entry[]) => {
    const told = NAMES.map((name) => text(name, entries)).join('\n')
    expect(told).not.toMatch(/NaN|undefined|null|%/)
    return told
  }

  it('nothing', () =>
    expect(all([])).toMatchInlineSnapshot(`
    "November 2026, so far
    "Leave every home a little easier to live in than we found it"
    Nothing recorded in November 2026 so far.

    Close the week: afterword review

    Feelings
    No contact fits, so there is nothing to tell yet.                  afterword log

    Stories
    No contact fits, so there is nothing to tell yet.                  afterword log

    In the way
    No contact fits, so there is nothing to tell yet.                  afterword log

    Why you do it · "Leave every home a little easier to live in than we found it"
    No contact fits, so there is nothing to tell yet.                  afterword log

    Calendar, 16-18 Nov
    No contact fits, so there is nothing to tell yet.                  afterword log
    "
  `))
  it('one contact', () =>
    expect(all([anEntry()])).toMatchInlineSnapshot(`
      "November 2026, so far
      "Leave every home a little easier to live in than we found it"

      Thu 12 Nov 10:00  lantern-street  neutral -> satisfied  resolved

      Summaries start at 5.
      Close the week: afterword review

      Feelings
      1 contact
      They arrived neutral 1 · they left satisfied 1
      Summaries start at 5.

      Stories
      1 contact

      Worth telling
        No story is marked yet. Any contact can become one: afterword reflect

      Seen and thanked
        Thanks   none noted yet

      In the way
      1 contact

      What stood in the way
        Nothing is noted as having been in the way.

      Why you do it · "Leave every home a little easier to live in than we found it"
      1 contact

      Your sentence   my gran waited three weeks for a telephone, and I still hear how
                      quiet her hall was                               since Mon 2 Nov

      Summaries start at 5.

      Calendar, 9-18 Nov
      1 contact · written in 1 of 2 weeks
      A small extra step in 0 of 1 recent week

      How people left, and how many
                   Mon  Tue  Wed  Thu  Fri  Sat  Sun
        9-15 Nov   ·    ·    ·    + 1  ·    ·    ·
        16-22 Nov  ·    ·    ·
        ++ very well, + well, o neither, - unhappy, -- very unhappy, ? not known:
          the middle of the day
      "
    `))
  it('six contacts of which no feeling is known', () => {
    const entries = Array.from({ length: 6 }, () => anEntry(unread))
    expect(all(entries)).toMatchInlineSnapshot(`
      "November 2026, so far
      "Leave every home a little easier to live in than we found it"

      First
        Nobody left unhappy with nothing planned

      How people left                                    feelings are as you read them
        No contact has both feelings written down.

      Week by week
        No clear trend: it takes 10 finished weeks of 5 contacts or more.

      By channel
               Contacts  Arrived unhappy, left well
        phone  6         few

      What goes with leaving well
        Nothing stands out beyond chance.

      As you meant them to leave
                   Left so  Meant
        repair     few      relieved, reassured, grateful
        setup      few      satisfied, trusting, happy
        complaint  few      understood, respected

      Small extra steps   noted in 0 of 6
      Worth noticing      Nothing stands out beyond chance this month.

      Why you do it                                      still true? afterword purpose
        Your sentence   my gran waited three weeks for a telephone, and I still hear
                        how quiet her hall was                         since Mon 2 Nov

      "few" is fewer than five
      Logged on 1 of 5 work days · 0 of 6 written more than a day later
      you chose what to log
      Close the week: afterword review

      Feelings
      6 contacts

      How people left                                    feelings are as you read them
        No contact has both feelings written down.

      Beside it
        How it ended   resolved 6

      You chose what to log.

      Stories
      6 contacts

      Worth telling
        No story is marked yet. Any contact can become one: afterword reflect

      Seen and thanked
        Thanks   none noted yet

      In the way
      6 contacts

      What stood in the way
        Nothing is noted as having been in the way.

      Why you do it · "Leave every home a little easier to live in than we found it"
      6 contacts

      Your sentence   my gran waited three weeks for a telephone, and I still hear how
                      quiet her hall was                               since Mon 2 Nov

      What the work touched
        Common ground   named in 0 of 6

      Not at all is an answer like any other.

      Calendar, 9-18 Nov
      6 contacts · written in 1 of 2 weeks
      A small extra step in 0 of 1 recent week

      How people left, and how many
                   Mon  Tue  Wed  Thu  Fri  Sat  Sun
        9-15 Nov   ·    ·    ·    ? 6  ·    ·    ·
        16-22 Nov  ·    ·    ·
        ++ very well, + well, o neither, - unhappy, -- very unhappy, ? not known:
          the middle of the day
      "
    `)
  })
})

import { type Line, type List, line, type Node, typed, words } from '../pages/page.ts'
import type { TeamFigures, TeamPicture } from '../team/figures.ts'

/** Returns what is asked of the coach: before everything else, whatever may be said of the team. */
export function askNodes({ support, more }: TeamFigures): Node[] {
  if (support.length === 0) return []
  const items = support.map(({ text, week, contact }) =>
    line([typed(text)], [`${week}, ${contact.slice(0, 6)}`]),
  )
  const list = textList(
    line([words('Asked of you, not yet answered', 'strong')]),
    items,
    more.support,
  )
  return [list]
}

/** Returns what reps let go in words of their own. */
export function textNodes({
  authority,
  friction,
  stories,
  thanks,
  more,
}: TeamFigures & TeamPicture): Node[] {
  const list = (title: string, items: readonly Line[], rest?: number): Node[] =>
    items.length === 0 ? [] : [textList(line([words(title, 'strong')]), items, rest)]
  const said = (text: string) => line([typed(text)])
  return [
    ...list('They would have', authority.wouldHaveDone.map(said), more['would-have-done']),
    ...list('Where technology stood in the way', friction.map(said), more.friction),
    ...list('Stories', stories.map(storyLine), more.story),
    ...list('To thank', thanks.map(thanksLine), more.thanks),
  ]
}

function storyLine({ headline, lesson, share }: TeamPicture['stories'][number]): Line {
  const learnt = lesson === undefined ? [] : [': ', typed(lesson)]
  return line([typed(headline), ...learnt], share === 'coach' ? ['for you, not for the team'] : [])
}

function thanksLine({ name, for: why }: TeamPicture['thanks'][number]): Line {
  return line([typed(name), ...(why === undefined ? [] : [', ', typed(why)])])
}

function textList(lead: Line, items: readonly Line[], more: number | undefined): List {
  const rest = more === undefined ? {} : { more: [words(`and ${more} more`)] }
  return { kind: 'list', lead, items, ...rest }
}

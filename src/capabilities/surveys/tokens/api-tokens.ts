// Tokens: issued to whoever asks, ended, and what is told of their use.
import { districtOf } from '../../../kernel/place-code.ts'
import { refuseIfAny } from '../../../kernel/refusal.ts'
import { answer, handle } from '../../../platform/server/capability.ts'
import { issued } from '../../../platform/server/issued.ts'
import { accountName } from '../../accounts/door.ts'
import { surveyStore } from '../store-survey.ts'
import { mayEnd, staysWith, whyNotEnd, whyNotIssue } from './rules.ts'
import { type IssuedToken, tokenStore, tokensOf } from './store-token.ts'
import { endToken, issueToken, tokenCollection, tokenUses } from './token.ts'

export const tokenIssued = issued<IssuedToken>({
  what: tokenCollection,
  title: ['Sambungan Excel atau Power BI', 'Excel or Power BI connection'],
  inFeed: true,
  running: tokensOf,
  stays: staysWith,
  end: async (tx, things, now) => {
    for (const [place, here] of Map.groupBy(things, (each) => each.place))
      await tokenStore({ tx, place, district: districtOf(place) }).end(
        here.map(({ id }) => id),
        now,
      )
  },
})

export const tokenCommands = [
  handle(issueToken, async ({ input, actor, roles, now, changes, ...at }) => {
    const tokens = tokenStore(at)
    const standing = {
      surveyHere: (await surveyStore(at).find(input.survey)) !== undefined,
      running: await tokens.running(input.survey, actor.account, now),
      secretKnown: (await tokens.bySecret(input.survey, input.secret)) !== null,
      roles,
    }
    refuseIfAny(whyNotIssue(input, standing))
    await tokens.add(input, actor.account, now)
    changes.touch(tokenCollection, input.id)
  }),
  handle(endToken, async ({ input, actor, roles, now, changes, ...at }) => {
    const tokens = tokenStore(at)
    const [token] = await tokens.many([input.id])
    refuseIfAny(whyNotEnd(token, { account: actor.account, roles }))
    await tokens.end([input.id], now)
    changes.touch(tokenCollection, input.id)
  }),
]

export const tokenQueries = [
  answer(tokenUses, async ({ input, actor, roles, ...at }) => {
    const uses = await tokenStore(at).uses(input.survey)
    const told = uses.filter(({ account }) => mayEnd(roles, account === actor?.account))
    const names = await accountName(
      at.tx,
      told.map(({ account }) => account),
    )
    return {
      uses: told.map(({ id, account, at: when, from }) => ({
        ...{ id, from, by: names.get(account) ?? '', at: when?.toISOString() ?? null },
      })),
    }
  }),
]

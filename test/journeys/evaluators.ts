import { describe, expect, it } from 'vitest';
import { clauseSms, enter, type Town } from './town.ts';
import type { VisitorOptions } from './visitor.ts';

/** Whoever attended, after the demo's clock was moved on. */
export function evaluators(town: () => Town): void {
  describe('after the course', () => {
    const options: VisitorOptions = { lang: 'ar', device: 'phone' };

    it('8 somebody who attended opens the link and evaluates the course, once', async () => {
      const before = (await clauseSms(town(), '8')).length;
      const visitor = await town().arrive(options);
      await visitor.start('/demo');
      await visitor.check('demo');
      await visitor.go('/demo/clock');
      await visitor.check('clock');
      await visitor.press('button[value=P7D]');
      await visitor.check('clock-moved');
      const sent = (await clauseSms(town(), '8')).slice(before);
      const invitation = sent.find((m) => m.language === 'ar');
      if (!invitation?.links[0]) throw new Error('nobody was invited');
      await enter(visitor, invitation.links[0], invitation.to);
      await visitor.check('evaluation');
      await visitor.press('main form button');
      await visitor.check('evaluation-errors');
      for (const what of ['content', 'trainer', 'venue', 'organisation']) await visitor.choose(what, '4');
      await visitor.type({ comment: 'دورة مفيدة' });
      await visitor.press('main form button');
      await visitor.check('evaluation-thanks');
      await enter(visitor, invitation.links[0], invitation.to);
      expect(await visitor.field('content').count()).toBe(0);
      await visitor.go(`/my/${invitation.reference}`);
      await visitor.check('status-attended');
      await visitor.leave();
    });
  });
}

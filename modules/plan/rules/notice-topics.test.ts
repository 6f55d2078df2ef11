import fc from 'fast-check';
import { expect, test } from 'vitest';
import { noticeTopics, topicOf, wantsWay } from './notice-topics.ts';

test.each([
  ['family.announcement', 'school'],
  ['family.message', 'messages'],
  ['gradebook.absence', 'pupil'],
  ['gradebook.remind', 'work'],
  ['timetable.published', 'timetable'],
  ['planPublished', 'work'],
])('%s is about %s', (kind, topic) => {
  expect(topicOf(kind)).toBe(topic);
});

test('without a choice people are told by every way, of whatever', () => {
  fc.assert(
    fc.property(fc.array(fc.string(), { minLength: 1 }), fc.constantFrom('mail', 'push'), (kinds, way) => {
      expect(wantsWay(way, kinds, {})).toBe(true);
    }),
  );
});

test('who wants nothing of a topic is told of it by that way no more, and of the others still', () => {
  const choices = { messages: { mail: false, push: true } };
  expect(wantsWay('mail', ['family.message'], choices)).toBe(false);
  expect(wantsWay('push', ['family.message'], choices)).toBe(true);
  expect(wantsWay('mail', ['family.message', 'family.announcement'], choices)).toBe(true);
  const none = Object.fromEntries(noticeTopics.map((topic) => [topic, { mail: false, push: false }]));
  expect(wantsWay('push', ['anything'], none)).toBe(false);
});

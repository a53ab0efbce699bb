import { describe, expect, it } from 'vitest';
import { words } from '../../../src/english/words.ts';
import { readTarget } from '../../../src/search/question/target.ts';

const kindOf = (question: string): string =>
  readTarget(
    question,
    words(question).map(({ folded }) => folded),
  ).kind;

describe('the kind that a question asks for', () => {
  it.each([
    ['When did the mill close?', 'date'],
    ['In what year did the mill close?', 'date'],
    ['since when is the mill closed', 'date'],
    ['Where is the mill?', 'place'],
    ['Which city did they choose?', 'place'],
    ['Who closed the mill?', 'name'],
    ['Which company closed the mill?', 'organisation'],
    ['How many workers does it have?', 'count'],
    ['how much is the company worth', 'money'],
    ['sensetime valuation', 'money'],
    ['Why did the mill close?', 'reason'],
    ['What percentage do they hold?', 'percent'],
    ["What is Norvik Bank's revenue?", 'money'],
    ['What was the loss last year?', 'money'],
    ['how much debt does the mill have', 'money'],
    ['What was the final score?', 'count'],
    ['ticket price for the show?', 'money'],
    ['redundancy bill for the library staff?', 'money'],
    ['what did the picture fetch?', 'money'],
    ['what will the bin service set people back?', 'money'],
    ['what does a picker make an hour?', 'money'],
    ["what was the bill for the mill's stoppage?", 'money'],
    ['attendance at the final?', 'count'],
    ['age of the driver?', 'age'],
    ['top wind speed?', 'measure'],
    ['turnout in the ballot?', 'percent'],
    ['Can you check the date of the hearing? Need it for the diary.', 'date'],
    ["the ref gave a penalty - what's that ref's name?", 'name'],
    ['whos the curator of the show', 'name'],
    ['How come the mill closed?', 'reason'],
    ['did they say when the mill reopens?', 'date'],
    ['Is it known where the mill was?', 'place'],
    ['Can you check the price of the mill?', 'money'],
    ["the mill's backers?", 'name'],
  ])('%s: %s', (question, kind) => {
    expect(kindOf(question)).toBe(kind);
  });

  it.each([
    ['What happened when the mill closed?', 'thing'],
    ['Did anybody get hurt when the mill closed?', 'any'],
    ['Is there a park where the mill stood?', 'any'],
    ['Who was there when the mill closed?', 'name'],
    ['What was built where the mill stood?', 'any'],
    ['What present day county is the mill in?', 'thing'],
    ['What is the cause of the loss?', 'reason'],
    ['What was the cost cutting about?', 'definition'],
    ['Did the date matter to them?', 'any'],
    ['Do the new rules apply to old debts?', 'any'],
    ['Is the price right for which of them?', 'thing'],
    ['what did they do about the rent strike', 'definition'],
  ])('words for a date, place or sum inside another question do not set the kind: %s', (question, kind) => {
    expect(kindOf(question)).toBe(kind);
  });
});

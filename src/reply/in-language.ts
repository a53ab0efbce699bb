import { languageOf } from '../words/language.ts';
import { ENGLISH, type Language } from '../words/spoken.ts';
import type { Block, Button, File, Reply, Text, Words } from './reply.ts';
import type { Field, Modal } from './response.ts';
import { textIn, spokenIn } from './say.ts';

/** The language of a reply; English if none was chosen. */
export const languageOfReply = ({ language }: Reply): Language =>
  language === undefined ? ENGLISH : languageOf(language);

/** Translates a reply's own words. A reply keeps the first language it was translated to, and later additions follow it. */
export function inLanguage(reply: Reply, wanted: Language): Reply {
  const language = reply.language === undefined ? wanted : languageOf(reply.language);
  const text = (given: Text): string => textIn(given, language);
  const words = (given: Words): Words => spokenIn(given, language);
  const buttons = (given: readonly Button[]): Button[] =>
    given.map((button) => ({ ...button, label: text(button.label) }));
  const block = (given: Block): Block => {
    switch (given.type) {
      case 'title':
      case 'text':
      case 'note':
        return { ...given, words: words(given.words) };
      case 'spans':
        return {
          ...given,
          items: given.items.map(({ role, ...item }) => ({
            ...item,
            ...(role !== undefined && { role: text(role) }),
          })),
        };
      case 'quote':
        return {
          ...given,
          ...(given.label !== undefined && { label: text(given.label) }),
          ...(given.buttons && { buttons: buttons(given.buttons) }),
        };
      case 'list':
        return {
          ...given,
          items: given.items.map(words),
          ...(given.buttons && { buttons: buttons(given.buttons) }),
        };
      case 'gap':
      case 'exact':
      case 'code':
      case 'rule':
        return given;
    }
  };
  const file = (given: File): File => ({
    ...given,
    ...(given.alt !== undefined && { alt: text(given.alt) }),
  });
  return {
    ...reply,
    language: language.tag,
    unspoken: reply.unspoken ?? reply,
    blocks: reply.blocks.map(block),
    ...(reply.buttons && { buttons: buttons(reply.buttons) }),
    ...(reply.select && { select: { ...reply.select, label: text(reply.select.label) } }),
    ...(reply.files && { files: reply.files.map(file) }),
  };
}

/** Translates a form's own words. */
export function formInLanguage(modal: Modal, language: Language): Modal {
  const text = (given: Text): string => textIn(given, language);
  return {
    ...modal,
    title: text(modal.title),
    fields: modal.fields.map((field): Field => {
      const { label, description } = field;
      const told = {
        label: text(label),
        ...(description !== undefined && { description: text(description) }),
      };
      if (field.style === 'short' || field.style === 'paragraph') {
        const { placeholder } = field;
        return { ...field, ...told, ...(placeholder !== undefined && { placeholder: text(placeholder) }) };
      }
      if (field.style !== 'select' && field.style !== 'radio') return { ...field, ...told };
      const options = field.options.map((option) => ({ ...option, label: text(option.label) }));
      return { ...field, ...told, options };
    }),
  };
}

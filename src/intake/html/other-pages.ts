import { IntakeError } from '../intake-error.ts';
import { type CatalogueMessage, type Notice, message } from '../../words/message.ts';

/** Pages shown instead of an article, recognised by their headline or their few sentences. */
const KINDS: readonly (readonly [says: RegExp, page: CatalogueMessage])[] = [
  [
    /captcha|are you (?:a )?(?:human|robot)|not a robot|verif(?:y|ying) (?:that )?you are (?:a )?human|checking your browser|just a moment|unusual (?:traffic|activity)|attention required|access denied|zugriff verweigert|accès refusé|acceso denegado|enable javascript and cookies|bot protection/iu,
    message('page.check'),
  ],
  [
    /(?:^|\D)404(?:\D|$)|page (?:you (?:requested|were looking for) )?(?:was |could )?not (?:be )?found|page (?:doesn['’]t|does not) exist|seite (?:wurde )?nicht gefunden|page introuvable|página no encontrada|pagina non trovata|страница не найдена|ページが見つかりません|页面不存在/iu,
    message('page.missing'),
  ],
  [
    /(?:^|\D)(?:500|502|503|504)\D{0,20}(?:error|gateway|unavailable)|internal server error|service unavailable|bad gateway|under maintenance|wartungsarbeiten/iu,
    message('page.error'),
  ],
  [
    /(?:we|wir|nous)\b.{0,60}\b(?:partners?|partner|partenaires)\b.{0,80}(?:store|access|cookies?|speichern|verarbeiten|stockons|stocker)|(?:accept|manage|reject)\b.{0,40}\b(?:cookies|choices)|cookies? (?:akzeptieren|zustimmen)|mit werbung|accepter (?:les )?cookies|before you continue|bevor sie fortfahren/iu,
    message('page.cookies'),
  ],
  [
    /subscribe (?:now )?to (?:continue|keep|read)|subscribers? only|to (?:continue|keep) reading|log ?in to (?:continue|read)|(?:weiterlesen|artikel lesen) mit|nur für abonnenten|mit (?:abo|abonnement) lesen|réservé aux abonnés|solo para suscriptores|contenuto riservato|only for (?:subscribers|members)|already a subscriber/iu,
    message('page.subscribe'),
  ],
];
/** A longer text is an article about such things. Characters. */
const MAX = 900;
const SENTENCE_END = /[.!?…。！？]["'”’»)]*$/u;

/**
 * Refuses a page that has only a captcha, an error, a cookie notice or an invitation to subscribe. A page with other
 * sentences is an article, or the beginning of one.
 */
export function refuseOtherPages(
  paragraphs: readonly string[],
  headline: string | undefined,
  subject: Notice,
): void {
  const text = paragraphs.join(' ');
  if (text.length > MAX || paragraphs.some(isNews)) return;
  for (const [says, page] of KINDS) {
    const isTitle = headline !== undefined && says.test(headline) && headline.length <= 60;
    if (!isTitle && !paragraphs.some((paragraph) => says.test(paragraph))) continue;
    throw new IntakeError('no-text', message('intake.other-page', { subject, page }));
  }
}

/** Whether a paragraph is a sentence of some length that does not address the reader. */
const isNews = (paragraph: string): boolean =>
  paragraph.length >= 60 &&
  SENTENCE_END.test(paragraph) &&
  !/\b(?:you|your|sie|ihnen|ihre?[nm]?|vous|votre|usted|su navegador|please|bitte|veuillez|browser|javascript)\b/iu.test(
    paragraph,
  );

/** Tells in ownership files about what is under the mouse: people, AORs, globs, keys, values. */
import { Hover, languages, type Position, type TextDocument } from 'vscode';
import { cardCommands, dayIn, hoverAt } from '../../core';
import { markdownOf } from '../../host/convert';
import type { Disposable } from '../../host/disposables';
import type { FeatureContext } from '../../host/featureContext';
import { guarded } from '../../host/guarded';
import { isExplained } from '../../host/yamlServer';

/** The day it is for who reads. */
const timezone = new Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Registers the hover. */
export const registerOwnershipHover = ({ ownershipFiles, settings, today, log }: FeatureContext): Disposable =>
  ownershipFiles.register((selector) =>
    languages.registerHoverProvider(selector, {
      provideHover: guarded(log, 'Hover in the ownership file', (document: TextDocument, position: Position) => {
        if (!settings.get('hover.places', document.uri).includes('ownershipFile')) return undefined;
        const written = ownershipFiles.of(document);
        if (written === undefined) return undefined;
        const { repository, file, files, rangeOf } = written;
        const { base, model, tree, uncounted } = repository;
        const now = today();
        const found = hoverAt(file, document.offsetAt(position), {
          ...{ root: base.toString().replace(/\/$/, ''), today: now, day: dayIn(now, timezone) },
          ...{ model: model?.file ?? null, files, tree, uncounted, explainsKeys: !isExplained(document.uri) },
        });
        if (found === null) return undefined;
        return new Hover(markdownOf(found.markdown, cardCommands), rangeOf({ file: file.path, ...found.at }));
      }),
    }),
  );

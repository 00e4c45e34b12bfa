'use strict';

const symbols = { EUR: '€', GBP: '£', SEK: 'kr', USD: '$' };

exports.symbolOf = (code) => symbols[code] || code;
exports.all = Object.keys(symbols);

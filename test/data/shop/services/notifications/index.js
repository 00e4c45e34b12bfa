'use strict';

const config = require('./config.json');
const { send } = require('./mailer');
const templates = require('./templates');
const flags = require('../../packages/flags/src/flags.json');

/** Mails the customer what has become of an order. Resolves to false if there is nothing to say. */
async function notify(order, event) {
  const template = templates[event];
  if (template === undefined || !flags['order-mails'].on) return false;
  await send({ from: config.from, to: order.email, ...template(order) });
  return true;
}

module.exports = { notify };

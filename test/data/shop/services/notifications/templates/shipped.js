'use strict';

const { symbolOf } = require('../../../vendor/currencies/currencies');

module.exports = (order) => ({
  subject: `Order ${order.id} is on its way`,
  text: `Paid: ${symbolOf(order.currency)} ${(order.cents / 100).toFixed(2)}. It arrives on ${order.due}.`,
});

'use strict';

const scenarios = require('./scenarios.json');

/** Pays again and again for as long as the scenario says. Prints payments a second. */
async function run({ url, seconds, callers }) {
  const end = Date.now() + seconds * 1000;
  let paid = 0;
  const caller = async (number) => {
    while (Date.now() < end) {
      const body = JSON.stringify({ order_id: `load-${number}-${paid}`, cents: 100, currency: 'EUR', card_token: 'test' });
      const response = await fetch(`${url}/charges`, { method: 'POST', body });
      if (response.ok) paid++;
    }
  };
  await Promise.all(Array.from({ length: callers }, (_, number) => caller(number)));
  console.log((paid / seconds).toFixed(1));
}

void run(scenarios[process.argv[2] ?? 'quiet']);

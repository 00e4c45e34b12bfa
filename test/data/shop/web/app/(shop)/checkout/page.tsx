'use client';

import { useState } from 'react';
import { Button, Dialog, Price } from '@shop/ui';
import { isOn } from '@shop/flags';
import { charge } from '@/api/payments';
import { totalOf, useCart } from '@/checkout';
import { language, text } from '../../../src/i18n/index.js';

export default function Checkout() {
  const { order, items, currency, card } = useCart();
  const [state, setState] = useState<'open' | 'paying' | 'declined'>('open');
  const cents = totalOf(items);

  async function pay(): Promise<void> {
    setState('paying');
    setState((await charge({ order, cents, currency, card })) ? 'open' : 'declined');
  }

  return (
    <main>
      <h1>{text('checkout.title')}</h1>
      <Price cents={cents} currency={currency} language={language()} />
      {isOn('new-checkout', order) && (
        <Button busy={state === 'paying'} onPress={() => void pay()}>
          {text('checkout.pay')}
        </Button>
      )}
      {state === 'declined' && (
        <Dialog title={text('checkout.declined')} onClose={() => setState('open')}>
          {text('checkout.otherCard')}
        </Dialog>
      )}
    </main>
  );
}

import { post } from './client.js';

interface Charge {
  readonly order: string;
  readonly cents: number;
  readonly currency: string;
  /** Stands for the card; the number itself never reaches us. */
  readonly card: string;
}

/** Whether the bank took the payment. Answered by services/payments/shop_payments/app.py. */
export const charge = ({ order, cents, currency, card }: Charge): Promise<boolean> =>
  post('/charges', { order_id: order, cents, currency, card_token: card });

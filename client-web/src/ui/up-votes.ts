export { loadSupportingTexts } from '../i18n/supporting';
export { default as Support } from './Support.svelte';
export { default as VoteOrder } from './VoteOrder.svelte';

import { mount } from 'svelte';
import App from './App.svelte';
import { language } from './i18n/index.svelte';
import { applyTheme } from './lib/theme.svelte';
import './styles/app.css';

applyTheme();
await language.begin();
mount(App, { target: document.getElementById('app')! });

import { SearchOutlined } from '@ant-design/icons';
import type { InputRef } from 'antd';
import { Input } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTexts } from '../i18n/useTexts';
import { useNavigate } from 'react-router';
import { isTyping } from './keys';
import header from './Header.module.css';

/** Finds cases from anywhere; “/” brings the focus here. */
export function HeaderSearch() {
  const { t } = useTexts('shell');
  const navigate = useNavigate();
  const input = useRef<InputRef>(null);
  const [text, setText] = useState('');
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === '/' && !isTyping(event)) {
        event.preventDefault();
        input.current?.focus();
      }
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  return (
    <form
      className={header.search}
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        void navigate(`/work/cases?q=${encodeURIComponent(text.trim())}`);
      }}
    >
      <Input
        ref={input}
        value={text}
        onChange={(event) => setText(event.target.value)}
        prefix={<SearchOutlined aria-hidden="true" />}
        suffix={<kbd>/</kbd>}
        placeholder={t('searchCases')}
        aria-label={t('searchCases')}
      />
    </form>
  );
}

// libedit's line editor. Its functions with a variable number of arguments are wrapped: Swift cannot
// call those.
#pragma once
#include <histedit.h>
#include <locale.h>
#include <stdio.h>

typedef unsigned char (*edit_function)(EditLine *, int);

static inline char *edit_prompt(EditLine *editor) {
  static char prompt[] = "dateline> ";
  (void)editor;
  return prompt;
}

// The user's ~/.editrc is read before keys are bound. Ctrl-C becomes a key while a line is edited.
static inline void edit_set_up(EditLine *editor, History *past) {
  el_set(editor, EL_PROMPT, edit_prompt);
  el_set(editor, EL_EDITOR, "emacs");
  el_set(editor, EL_HIST, history, past);
  el_set(editor, EL_SIGNAL, 0);
  el_source(editor, NULL);
  el_set(editor, EL_SETTY, "-d", "-intr", "intr=", NULL);
}

static inline void edit_bind(EditLine *editor, const char *key, const char *name, edit_function function) {
  el_set(editor, EL_ADDFN, name, name, function);
  el_set(editor, EL_BIND, key, name, NULL);
}

static inline void edit_set_context(EditLine *editor, void *context) {
  el_set(editor, EL_CLIENTDATA, context);
}

static inline void *edit_context(EditLine *editor) {
  void *context = NULL;
  el_get(editor, EL_CLIENTDATA, &context);
  return context;
}

static inline void history_set_size(History *past, int size) {
  HistEvent event;
  history(past, &event, H_SETSIZE, size);
  history(past, &event, H_SETUNIQUE, 1);
}

static inline void history_enter(History *past, const char *line) {
  HistEvent event;
  history(past, &event, H_ENTER, line);
}

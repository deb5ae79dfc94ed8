// Its headers bring those of ICU along, which Foundation has a module of already: only CMarkupTree includes them.

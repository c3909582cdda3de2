/** Whom an incident reaches, as far as they are counted. */
export const userWords: ReadonlySet<string> = new Set(
  [
    'user users userbase customer customers client clients visitor visitors subscriber subscribers people',
    'accounts tenants members players merchants students shoppers viewers organizations organisations',
    'usuario usuarios usuários usuário clientes utilisateurs utilisateur nutzer nutzern nutzerinnen',
    'benutzer benutzern kunden anwender',
  ].flatMap((line) => line.split(' ')),
);
